import type { EntityManager } from '@mikro-orm/postgresql'
import { fact } from '../shared/fact.ts'
import { documentContent } from './document-content.entity.ts'
import { Invoice } from './invoice.entity.ts'
import { Offer } from './offer.entity.ts'

export interface WantedInvoice {
  id: string
  dealId: string
  /** The offer to take the lines of; without one the last accepted offer, else the deal's own lines. */
  offerId: string | null
  /** The deal's owner unless told. */
  authorId?: string | undefined
  now: Date
}

/**
 * Drafts an invoice with the buyer and the lines as they stand; a draft has no number.
 * @throws Fact NoLines; OfferNotApproved for an offer that is no offer to the client yet; NotFoundError
 */
export async function createInvoice(em: EntityManager, wanted: WantedInvoice): Promise<Invoice> {
  const { id, dealId, now } = wanted
  const offer = await offerOf(em, wanted)
  const content = await documentContent(em, { dealId, now, ...(offer ? { lines: offer.lines } : {}) })
  const invoice = em.create(Invoice, {
    id,
    createdAt: now,
    dealId,
    companyId: content.deal.companyId,
    offerId: offer?.id ?? null,
    authorId: wanted.authorId ?? content.deal.ownerId,
    status: 'draft',
    buyer: content.buyer,
    lines: content.lines,
    netKopecks: content.netKopecks,
    vatKopecks: content.vatKopecks,
    grossKopecks: content.grossKopecks,
  })
  await em.flush()
  return invoice
}

async function offerOf(em: EntityManager, { dealId, offerId }: WantedInvoice): Promise<Offer | null> {
  if (!offerId)
    return em.findOne(Offer, { dealId, status: 'accepted' }, { orderBy: { decidedAt: 'desc', id: 'desc' } })
  const offer = await em.findOneOrFail(Offer, { id: offerId, dealId })
  if (!['approved', 'sent', 'accepted'].includes(offer.status)) throw fact('OfferNotApproved')
  return offer
}
