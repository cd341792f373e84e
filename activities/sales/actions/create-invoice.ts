import { draftInvoice } from '../../documents/draft-invoice.ts'
import type { DealAction } from './deal-action.ts'

/** A draft invoice of the accepted offer. */
export const createInvoice: DealAction<'create_invoice'> = async ({ em, world, deal }) => {
  const invoice = await draftInvoice(em, world, { dealId: deal.id, offerId: null })
  return {
    facts: { invoiceStatus: 'draft' },
    happened: { event: 'invoice_created', data: { invoiceId: invoice.id } },
  }
}
