import { useGetList } from 'react-admin'
import type { InvoiceAnswer, OfferAnswer } from '#server/documents/documents.contract.ts'
import { CreateButton } from '../shared/verbs/CreateButton.tsx'

const first50 = { pagination: { page: 1, perPage: 50 }, sort: { field: '', order: 'DESC' as const } }

/** An invoice of the accepted offer, where the funnel has made none or the last one was voided. */
export const NewInvoiceButton = ({ dealId }: { dealId: string }) => {
  const offers = useGetList<OfferAnswer>('offers', { ...first50, filter: { dealId } })
  const invoices = useGetList<InvoiceAnswer>('invoices', { ...first50, filter: { dealId } })
  const accepted = offers.data?.find(({ status }) => status === 'accepted')
  const live = invoices.data?.some(({ status }) => status !== 'void')
  if (!accepted || live !== false) return null
  return (
    <CreateButton resource="invoices" data={{ dealId, offerId: accepted.id }} label="papers.new_invoice" />
  )
}
