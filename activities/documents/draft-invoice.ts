import type { EntityManager } from '@mikro-orm/postgresql'
import { createInvoice } from '#domain/documents/draft-invoice.entity.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { ActivityWorld } from '../shared/world.ts'

/**
 * Drafts an invoice from the offer (or, without one, from the last accepted offer or the deal's lines), in the
 * caller's transaction and under the caller's effect key. @throws Fact NoLines, OfferNotApproved
 */
export const draftInvoice = (
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids' | 'clock'>,
  wanted: { dealId: string; offerId: string | null; authorId?: string },
): Promise<Invoice> => createInvoice(em, { ...wanted, id: world.ids(), now: world.clock.now() })
