import { LockMode } from '@mikro-orm/core'
import { Offer } from '#domain/documents/offer.entity.ts'
import { afterOfferMove } from '#domain/documents/offer-moves.ts'
import { systemActor } from '#domain/sales/path-event.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import type { OfferActivities } from './offer-activities.ts'
import { tellDeal } from './tell-deal.ts'

/** The deeds of approved offers. */
export const createOfferActivities = (world: ActivityWorld): OfferActivities => ({
  expireOffer: ({ offerId, key }) =>
    once(world, key, async em => {
      const offer = await em.findOneOrFail(Offer, offerId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      if (!afterOfferMove(offer.status, 'expire')) return
      offer.move('expire')
      await notify(em, world, {
        to: [offer.authorId],
        title: `Срок КП ${offer.number} истёк, ответа нет`,
        subjectType: 'offer',
        subjectId: offer.id,
        companyId: offer.companyId,
      })
      await tellDeal(em, offer.dealId, {
        event: 'offer_expired',
        data: { offerId: offer.id, number: offer.number ?? null },
        facts: { offerStatus: offer.status },
        actor: systemActor,
      })
    }),
})
