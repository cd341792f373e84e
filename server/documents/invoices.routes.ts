import { createInvoice } from '#domain/documents/draft-invoice.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { CreateInvoice, InvoiceAnswer, InvoicePage, PreviewAnswer } from './documents.contract.ts'
import { presentInvoices } from './documents.presenter.ts'
import { invoicesList } from './documents-lists.ts'
import { dealForPaper } from './paper-at-hand.ts'
import { previewPaper } from './print-paper.ts'
import { tellDeal } from './tell-deal.ts'

/** The invoice as it stands now, for its answer. */
export async function invoiceAnswer({ em, actor }: Context, invoice: Invoice): Promise<InvoiceAnswer> {
  await em.flush()
  const [answer] = await presentInvoices(em, [invoice], actor)
  return answer as InvoiceAnswer
}

export const invoiceOperations = [
  operation({
    name: 'listInvoices',
    method: 'get',
    path: '/api/invoices',
    summary: 'Invoices the caller may see',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: InvoicePage,
    handle: ({ em, query, actor }) =>
      listPage(em, invoicesList, query, rows => presentInvoices(em, rows, actor)),
  }),
  operation({
    name: 'getInvoice',
    method: 'get',
    path: '/api/invoices/:id',
    summary: 'One invoice',
    via: 'read',
    may: 'signed_in',
    answer: InvoiceAnswer,
    handle: async ctx => invoiceAnswer(ctx, await ctx.em.findOneOrFail(Invoice, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createInvoice',
    method: 'post',
    path: '/api/invoices',
    summary: 'Draft an invoice of an offer, or of the deal’s lines',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: CreateInvoice,
    answer: InvoiceAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, world, actor, now } = ctx
      const deal = await dealForPaper(ctx, body.dealId)
      const invoice = await createInvoice(em, {
        id: world.ids(),
        dealId: deal.id,
        offerId: body.offerId ?? null,
        authorId: actor.id,
        now,
      })
      await tellDeal(ctx, deal.id, {
        event: 'invoice_created',
        data: { invoiceId: invoice.id },
        facts: { invoiceStatus: invoice.status },
      })
      return invoiceAnswer(ctx, invoice)
    },
  }),
  operation({
    name: 'previewInvoice',
    method: 'get',
    path: '/api/invoices/:id/preview',
    summary: 'The invoice as a page',
    via: 'read',
    may: ['manager', 'head', 'director', 'accountant', 'lawyer', 'admin'],
    answer: PreviewAnswer,
    handle: ctx => previewPaper(ctx, 'invoice', ctx.params.id ?? ''),
  }),
]
