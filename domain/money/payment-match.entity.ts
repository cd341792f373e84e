import { defineEntity, p } from '@mikro-orm/core'
import { Invoice } from '../documents/invoice.entity.ts'
import { Payment } from './payment.entity.ts'

const PaymentMatchSchema = defineEntity({
  name: 'PaymentMatch',
  uniques: [{ properties: ['paymentId', 'invoiceId'] }],
  properties: {
    id: p.uuid().primary(),
    paymentId: () => p.manyToOne(Payment).mapToPk(),
    invoiceId: () => p.manyToOne(Invoice).mapToPk().index(),
    amountKopecks: p.bigint('bigint').check('amount_kopecks > 0'),
    at: p.datetime(),
    by: p.uuid().nullable().fieldName('matched_by'),
    seatId: p.uuid(),
  },
})

/** How much of a payment pays which invoice. */
export class PaymentMatch extends PaymentMatchSchema.class {}
PaymentMatchSchema.setClass(PaymentMatch)
