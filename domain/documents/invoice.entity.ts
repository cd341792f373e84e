import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'
import { Deal } from '../sales/deal.entity.ts'
import type { Buyer, PaperLine } from './document-parts.ts'

export const invoiceStatuses = [
  'draft',
  'awaiting_approval',
  'issued',
  'partly_paid',
  'paid',
  'void',
  'overdue',
] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

const InvoiceSchema = defineEntity({
  name: 'Invoice',
  indexes: [{ properties: ['status', 'dueDate', 'id'] }, { properties: ['companyId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    dealId: () => p.manyToOne(Deal).mapToPk().index(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    offerId: p.uuid().nullable(),
    authorId: p.uuid(),
    /** Allocated at issue, gapless within the year; a void invoice keeps it. */
    number: p.string().nullable().unique(),
    issuedAt: p.datetime().nullable(),
    status: p.enum([...invoiceStatuses]).$type<InvoiceStatus>(),
    seq: p.integer().default(0),
    dueDate: p.date().nullable(),
    buyer: p.json<Buyer>(),
    lines: p.json<PaperLine[]>(),
    netKopecks: p.bigint('bigint'),
    vatKopecks: p.bigint('bigint'),
    grossKopecks: p.bigint('bigint'),
    paidKopecks: p.bigint('bigint').default(0).check('paid_kopecks >= 0'),
    fileId: p.uuid().nullable(),
    approvalId: p.uuid().nullable(),
    voidReason: p.string().nullable(),
    sentAt: p.datetime().nullable(),
    /** The accountants' queue: they see every invoice, whoever owns the client. */
    seatId: p.uuid().nullable(),
  },
})

/** Счёт на оплату. From issue until paid or void a process `invoice/<id>` watches it. */
export class Invoice extends InvoiceSchema.class {}
InvoiceSchema.setClass(Invoice)
