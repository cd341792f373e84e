import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '../clients/company.entity.ts'
import { Deal } from '../sales/deal.entity.ts'
import { dealFacts } from '../sales/deal-facts.ts'
import { yearOf } from '../shared/civil-date.ts'
import { fact } from '../shared/fact.ts'
import type { OwnCompanyData } from '../shared/own-company.ts'
import { russianCalendar } from '../shared/russian-calendar.ts'
import { addWorkingDays } from '../shared/working-calendar.ts'
import { companyDate } from '../shared/working-time.ts'
import type { Buyer, PaperLine } from './document-parts.ts'
import { afterInvoiceMove, type InvoiceMove, isOwed } from './invoice-moves.ts'
import { issueNumber } from './number-series.entity.ts'

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
  indexes: [
    { properties: ['status', 'dueDate', 'id'] },
    { properties: ['companyId', 'id'] },
    {
      name: 'invoice_number_of_year_unique',
      expression:
        'create unique index "invoice_number_of_year_unique" on "invoice" ("number", extract(year from "issued_on"))',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    dealId: () => p.manyToOne(Deal).mapToPk().index(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    offerId: p.uuid().nullable(),
    authorId: p.uuid(),
    /** Allocated at issue, gapless within the year; a void invoice keeps it. */
    number: p.string().nullable(),
    issuedAt: p.datetime().nullable(),
    /** The day on the paper, by the company's own clock: numbers begin again with its year. */
    issuedOn: p.date().nullable(),
    status: p.enum([...invoiceStatuses]).$type<InvoiceStatus>(),
    seq: p.integer().default(0),
    dueDate: p.date().nullable(),
    buyer: p.json<Buyer>(),
    lines: p.json<PaperLine[]>(),
    netKopecks: p.bigint('bigint'),
    vatKopecks: p.bigint('bigint'),
    grossKopecks: p.bigint('bigint'),
    paidKopecks: p
      .bigint('bigint')
      .default(0)
      .check("paid_kopecks >= 0 and (status <> 'void' or paid_kopecks = 0)"),
    fileId: p.uuid().nullable(),
    approvalId: p.uuid().nullable(),
    voidReason: p.string().nullable(),
    sentAt: p.datetime().nullable(),
    /** The accountants' queue: they see every invoice, whoever owns the client. */
    seatId: p.uuid().nullable(),
    /** Where the process begins when it takes over a past. */
    processState: p.json<object>().nullable().lazy(),
  },
})

/** Счёт на оплату. From issue until paid or void a process `invoice/<id>` watches it. */
export class Invoice extends InvoiceSchema.class {
  /** Guards and changes; the caller's transaction saves. @throws Fact InvoiceMoveNotAllowed */
  move(by: InvoiceMove): void {
    const next = afterInvoiceMove(this.status, by)
    if (!next)
      throw fact('InvoiceMoveNotAllowed', {
        status: dealFacts.invoiceStatus.choices[this.status],
        state: this.status,
      })
    this.status = next
  }

  /**
   * Voids a draft, or an issued invoice without money on it: the number stays with the reason. The row must be locked,
   * as it is to match a payment. @throws Fact InvoiceVoid, InvoicePaid, InvoiceNotDraft (it awaits approval)
   */
  void(reason: string): void {
    if (this.status === 'void') throw fact('InvoiceVoid')
    if (this.paidKopecks > 0n) throw fact('InvoicePaid')
    if (this.status !== 'draft' && !isOwed(this.status)) throw fact('InvoiceNotDraft')
    this.status = 'void'
    this.voidReason = reason.slice(0, 255)
  }

  /** Gives the number and the term; a number once given stays. @throws Fact InvoiceMoveNotAllowed */
  async issue(em: EntityManager, by: 'approve' | 'issue', own: OwnCompanyData, at: Date): Promise<void> {
    this.move(by)
    const calendar = russianCalendar(own.workingHours)
    this.issuedAt = at
    this.issuedOn = companyDate(calendar, at.getTime())
    this.dueDate = addWorkingDays(calendar, this.issuedOn, own.invoiceTermWorkingDays)
    // The draft's print shows no number; its process prints the issued one.
    this.fileId = null
    this.number ??= await issueNumber(em, 'invoice', yearOf(this.issuedOn))
  }
}
InvoiceSchema.setClass(Invoice)
