import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

export const paymentStatuses = ['unmatched', 'partly', 'matched'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

const PaymentSchema = defineEntity({
  name: 'Payment',
  indexes: [{ properties: ['status', 'paidOn', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    paidOn: p.date(),
    amountKopecks: p.bigint('bigint').check('amount_kopecks > 0'),
    matchedKopecks: p
      .bigint('bigint')
      .default(0)
      .check('matched_kopecks >= 0 and matched_kopecks <= amount_kopecks'),
    payerInn: p.string().nullable(),
    payerName: p.string().nullable(),
    purpose: p.text(),
    documentNumber: p.string().nullable(),
    source: p.enum(['bank', '1c', 'manual']),
    companyId: () => p.manyToOne(Company).mapToPk().nullable().index(),
    status: p.enum([...paymentStatuses]).$type<PaymentStatus>(),
    enteredBy: p.uuid().nullable(),
    /** The accountants' queue. */
    seatId: p.uuid(),
  },
})

/** Money received, matched to invoices in whole or in part. */
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment)
