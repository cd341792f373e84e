import type { ApprovalRoute } from './approval-route.ts'

/** A working day of eight hours, in working minutes. */
const DAY = 480

/** The bounds a company sets; decimal strings of per cent and of kopecks. */
export interface ApprovalLimits {
  /** The greatest discount the author may give alone, and the head after him. */
  managerDiscountPercent: string
  headDiscountPercent: string
  /** Above these sums the director is asked too. */
  invoiceDirectorAboveKopecks: string
  contractDirectorAboveKopecks: string
}

export const defaultLimits: ApprovalLimits = {
  managerDiscountPercent: '5',
  headDiscountPercent: '15',
  invoiceDirectorAboveKopecks: '50000000',
  contractDirectorAboveKopecks: '100000000',
}

const director = {
  key: 'director',
  role: 'director',
  title: { ru: 'Директор', en: 'Director' },
  termWorkingMinutes: DAY,
} as const

/** A discount above the manager's limit goes to the head first, above the head's limit to the director as well. */
export const offerRoute = (limits: ApprovalLimits): ApprovalRoute => ({
  key: 'offer_discount',
  title: { ru: 'Скидка в КП', en: 'Discount in an offer' },
  subject: 'offer',
  groups: [
    {
      key: 'head',
      steps: [
        {
          key: 'head',
          role: 'head_of_author',
          title: { ru: 'Руководитель отдела продаж', en: 'Head of sales' },
          termWorkingMinutes: DAY / 2,
          when: { discountAbovePercent: limits.managerDiscountPercent },
        },
      ],
    },
    { key: 'director', steps: [{ ...director, when: { discountAbovePercent: limits.headDiscountPercent } }] },
  ],
})

/** The accountant checks each invoice; above a sum the director does too. */
export const invoiceRoute = (limits: ApprovalLimits): ApprovalRoute => ({
  key: 'invoice',
  title: { ru: 'Счёт на оплату', en: 'Invoice' },
  subject: 'invoice',
  groups: [
    {
      key: 'accountant',
      steps: [
        {
          key: 'accountant',
          role: 'accountant',
          title: { ru: 'Бухгалтер', en: 'Accountant' },
          termWorkingMinutes: DAY / 2,
        },
      ],
    },
    {
      key: 'director',
      steps: [{ ...director, when: { amountAboveKopecks: limits.invoiceDirectorAboveKopecks } }],
    },
  ],
})

/** The lawyer reads each contract; above a sum the director does too. */
export const contractRoute = (limits: ApprovalLimits): ApprovalRoute => ({
  key: 'contract',
  title: { ru: 'Договор', en: 'Contract' },
  subject: 'contract',
  groups: [
    {
      key: 'lawyer',
      steps: [
        { key: 'lawyer', role: 'lawyer', title: { ru: 'Юрист', en: 'Lawyer' }, termWorkingMinutes: DAY },
      ],
    },
    {
      key: 'director',
      steps: [{ ...director, when: { amountAboveKopecks: limits.contractDirectorAboveKopecks } }],
    },
  ],
})
