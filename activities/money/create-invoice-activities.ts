import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import { Approval } from '#domain/approvals/approval.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { endOfWorkingDay } from '#domain/shared/working-time.ts'
import type { InvoiceProcessState } from '#workflows/money/invoice.process.ts'
import { closeParticipations } from '../access/participation.ts'
import { storePaper } from '../documents/store-paper.ts'
import { tellDeal } from '../documents/tell-deal.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import type { InvoiceActivities, InvoiceOpening, InvoiceReminder } from './invoice-activities.ts'
import { projectInvoice, recordInvoice } from './record-invoice.ts'

/** The deeds of an issued invoice's process. */
export const createInvoiceActivities = (world: ActivityWorld): InvoiceActivities => ({
  openInvoice: ({ invoiceId }) => world.fork().transactional(em => open(em, invoiceId)),
  renderInvoice: ({ invoiceId, key }) => storePaper(world, { subject: 'invoice', id: invoiceId, key }),
  recordInvoice: record =>
    once(
      world,
      record.key,
      em => recordInvoice(em, world, record),
      em => projectInvoice(em, record),
    ),

  concludeInvoice: ({ invoiceId, dealId, outcome, at, key }) =>
    once(world, key, async em => {
      const invoice = await em.findOneOrFail(Invoice, invoiceId)
      await closeParticipations(em, { subjectType: 'invoice', subjectId: invoiceId, at: new Date(at) })
      await tellDeal(em, dealId, {
        event: outcome === 'paid' ? 'invoice_paid' : 'invoice_voided',
        data: { invoiceId, number: invoice.number ?? null },
        facts: await readDealFacts(em, dealId),
      })
      if (outcome === 'paid')
        await notify(em, world, {
          ...about(invoice),
          to: [invoice.authorId],
          title: `Счёт ${invoice.number} оплачен полностью`,
        })
    }),

  remindInvoice: reminder => once(world, reminder.key, em => remind(em, world, reminder)),
})

async function open(em: EntityManager, invoiceId: string): Promise<InvoiceOpening> {
  const invoice = await em.findOneOrFail(Invoice, invoiceId, { populate: ['processState'] as never })
  const { issuedAt, dueDate } = invoice
  if (!issuedAt || !dueDate) throw new Error('An invoice’s process begins when the invoice is issued')
  const calendar = await companyCalendar(em, issuedAt)
  const state = invoice.processState as InvoiceProcessState | null
  return {
    dealId: invoice.dealId,
    grossKopecks: String(invoice.grossKopecks),
    // Money already on it also comes as a message behind the start.
    paidKopecks: String(invoice.paidKopecks),
    dueAt: endOfWorkingDay(calendar, dueDate),
    startedAt: issuedAt.getTime(),
    by: await lastApprover(em, invoice),
    fileId: invoice.fileId ?? null,
    calendar,
    ...(state ? { state } : {}),
  }
}

/** Whose decision issued it; null where no approval was asked. */
async function lastApprover(em: EntityManager, { approvalId }: Invoice): Promise<string | null> {
  const approval = approvalId ? await em.findOne(Approval, approvalId) : null
  const decided = (approval?.steps ?? []).filter(({ decidedAt }) => decidedAt !== null)
  return (
    decided.toSorted((a, b) => Date.parse(a.decidedAt ?? '') - Date.parse(b.decidedAt ?? '')).at(-1)
      ?.decidedBy ?? null
  )
}

/** Before the term the author, at it the head as well: money that has not come is the head's business too. */
async function remind(
  em: EntityManager,
  world: ActivityWorld,
  { invoiceId, kind }: InvoiceReminder,
): Promise<void> {
  const invoice = await em.findOneOrFail(Invoice, invoiceId)
  if (invoice.status === 'paid' || invoice.status === 'void') return
  const author = await em.findOneOrFail(User, invoice.authorId)
  const words = kind === 'soon' ? 'Близится срок оплаты' : 'Срок оплаты прошёл'
  await notify(em, world, {
    ...about(invoice),
    to: [author.id, ...(kind === 'overdue' && author.headId ? [author.headId] : [])],
    title: `${words}: счёт ${invoice.number}, ${invoice.buyer.name}`,
  })
}

const about = ({ id, companyId }: Invoice) => ({ subjectType: 'invoice', subjectId: id, companyId })
