import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import { usualHours } from '#domain/shared/russian-calendar.ts'
import type { Person } from './found-company.ts'

/** What an installation without the demo begins with: requisites to fill in, usual hours, careful limits. */
export const ownCompanyToFill: OwnCompanyData = {
  fullName: 'Моя компания',
  inn: '',
  kpp: null,
  ogrn: '',
  address: '',
  phone: '',
  email: '',
  bank: { name: '', bic: '', correspondentAccount: '', account: '' },
  signatory: {
    name: '',
    position: 'Генеральный директор',
    nameGenitive: '',
    positionGenitive: 'генерального директора',
    basis: 'Устава',
  },
  accountant: null,
  defaultVatRate: 'VAT22',
  vatIncluded: true,
  workingHours: usualHours,
  headDiscountLimitPercent: '15',
  directorFromKopecks: '50000000',
  invoiceTermWorkingDays: 5,
  offerTermDays: 14,
  approvalTermWorkingMinutes: 480,
}

export const firstAdministrator: Person[] = [
  {
    login: 'admin',
    name: 'Администратор',
    position: 'Администратор',
    roles: ['admin'],
    department: 'management',
  },
]
