import { roleSeats } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import { defaultLimits, invoiceRoute } from '#domain/approvals/approval-routes.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellSignal, tellStart } from '#domain/shared/outbox-message.entity.ts'
import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import {
  type InvoiceVoided,
  invoiceVoidedSignal,
  invoiceWorkflowId,
  invoiceWorkflowType,
} from '#workflows/money/invoice.messages.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { askApproval } from './ask-approval.ts'
import { InvoiceAnswer, SendInvoice, VoidInvoice } from './documents.contract.ts'
import { issuesAlone, mayIssue, mayVoid } from './documents.policy.ts'
import { invoiceAnswer } from './invoices.routes.ts'
import { paperAtHand } from './paper-at-hand.ts'
import { sendPaper } from './send-paper.ts'
import { tellDeal } from './tell-deal.ts'

export const invoiceCommandOperations = [
  operation({
    name: 'submitInvoice',
    method: 'post',
    path: '/api/invoices/:id/submit',
    summary: 'Ask the accountant, and above the company’s sum the director, to approve',
    via: 'transaction',
    may: 'signed_in',
    answer: InvoiceAnswer,
    async handle(ctx) {
      const { paper: invoice } = await paperAtHand(ctx, 'invoice')
      const { data: own } = await ownCompany(ctx.em)
      invoice.move('submit')
      invoice.seatId = roleSeats.accountant
      await askApproval(ctx, {
        type: 'invoice',
        document: invoice,
        route: await routeFor(ctx, invoice, own),
        own,
        title: `Счёт для ${invoice.buyer.name}`,
        reason: 'Каждый счёт проверяет бухгалтер, крупный — ещё и директор',
        maxDiscountPercent: '0',
      })
      await tellDeal(ctx, invoice.dealId, {
        event: 'invoice_submitted',
        data: { invoiceId: invoice.id },
        facts: { invoiceStatus: invoice.status },
      })
      return invoiceAnswer(ctx, invoice)
    },
  }),
  operation({
    name: 'issueInvoice',
    method: 'post',
    path: '/api/invoices/:id/issue',
    summary: 'Issue a draft without an approval: the accountant’s own right, up to the company’s sum',
    via: 'transaction',
    may: ['accountant', 'director'],
    answer: InvoiceAnswer,
    async handle(ctx) {
      const { em, now, actor } = ctx
      const { paper: invoice } = await paperAtHand(ctx, 'invoice', { may: mayIssue })
      const { data: own } = await ownCompany(em)
      // One that awaits approval is decided there: a second road to the same number would race it.
      if (invoice.status !== 'draft') throw fact('InvoiceNotDraft')
      if (!issuesAlone(actor, invoice.grossKopecks, own.directorFromKopecks))
        throw fact('ApprovalNeeded', { limitKopecks: own.directorFromKopecks })
      await invoice.issue(em, 'issue', own, now)
      invoice.seatId = roleSeats.accountant
      await tellDeal(ctx, invoice.dealId, {
        event: 'invoice_issued',
        data: { invoiceId: invoice.id, number: invoice.number ?? null },
        facts: { invoiceStatus: invoice.status },
      })
      await tellStart(em, invoiceWorkflowType, invoiceWorkflowId(invoice.id), { invoiceId: invoice.id })
      return invoiceAnswer(ctx, invoice)
    },
  }),
  operation({
    name: 'sendInvoice',
    method: 'post',
    path: '/api/invoices/:id/send',
    summary: 'Mail the issued invoice to the client',
    via: 'transaction',
    may: 'signed_in',
    body: SendInvoice,
    answer: InvoiceAnswer,
    async handle(ctx) {
      const { paper: invoice, deal } = await paperAtHand(ctx, 'invoice')
      invoice.move('send')
      invoice.sentAt = ctx.now
      await sendPaper(ctx, {
        subject: 'invoice',
        document: invoice,
        deal: deal as Deal,
        title: `Счёт № ${invoice.number}`,
        ...{ to: ctx.body.to, text: ctx.body.text },
      })
      return invoiceAnswer(ctx, invoice)
    },
  }),
  operation({
    name: 'voidInvoice',
    method: 'post',
    path: '/api/invoices/:id/void',
    summary: 'Void an invoice without money on it; its number stays with the reason',
    via: 'transaction',
    may: 'signed_in',
    body: VoidInvoice,
    answer: InvoiceAnswer,
    async handle(ctx) {
      const { paper: invoice } = await paperAtHand(ctx, 'invoice', { may: mayVoid })
      invoice.void(ctx.body.reason)
      await (invoice.number ? tellItsProcess(ctx, invoice) : tellDealOfDraft(ctx, invoice))
      return invoiceAnswer(ctx, invoice)
    },
  }),
]

/** Void is decided here, under the lock that a match of money takes; the process hears, and tells the deal. */
async function tellItsProcess({ em, actor }: Context, { id, voidReason }: Invoice): Promise<void> {
  const told: Omit<InvoiceVoided, 'messageId'> = { reason: voidReason ?? '', by: actor.id }
  await tellSignal(em, invoiceVoidedSignal.name, invoiceWorkflowId(id), told)
}

/** A draft has no process yet. */
const tellDealOfDraft = (ctx: Context, { id, dealId, status }: Invoice): Promise<void> =>
  tellDeal(ctx, dealId, {
    event: 'invoice_voided',
    data: { invoiceId: id, number: null },
    facts: { invoiceStatus: status },
  })

/** A director's own invoice is not sent up to himself. */
async function routeFor({ em }: Context, invoice: Invoice, own: OwnCompanyData) {
  const author = await em.findOneOrFail(User, invoice.authorId)
  const route = invoiceRoute({ ...defaultLimits, invoiceDirectorAboveKopecks: own.directorFromKopecks })
  return author.roles.includes('director')
    ? { ...route, groups: route.groups.filter(({ key }) => key !== 'director') }
    : route
}
