import { ownDate } from '#domain/documents/document-content.entity.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { offerDecidedSignal, offerWorkflowId } from '#workflows/documents/offer.messages.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { OfferAnswer, SendOffer } from './documents.contract.ts'
import { offerAnswer } from './offers.routes.ts'
import { paperAtHand } from './paper-at-hand.ts'
import { sendPaper } from './send-paper.ts'
import { mustBeValid, submitOffer } from './submit-offer.ts'
import { tellDeal } from './tell-deal.ts'

export const offerCommandOperations = [
  operation({
    name: 'submitOffer',
    method: 'post',
    path: '/api/offers/:id/submit',
    summary: 'Approve at once within the author’s limit, else ask for approval',
    via: 'transaction',
    may: 'signed_in',
    answer: OfferAnswer,
    async handle(ctx) {
      const { paper } = await paperAtHand(ctx, 'offer')
      await submitOffer(ctx, paper)
      return offerAnswer(ctx, paper)
    },
  }),
  operation({
    name: 'sendOffer',
    method: 'post',
    path: '/api/offers/:id/send',
    summary: 'Mail the approved offer to the client',
    via: 'transaction',
    may: 'signed_in',
    body: SendOffer,
    answer: OfferAnswer,
    async handle(ctx) {
      const { paper: offer, deal } = await paperAtHand(ctx, 'offer')
      if (offer.status === 'draft' || offer.status === 'awaiting_approval') throw fact('OfferNotApproved')
      const { data: own } = await ownCompany(ctx.em)
      offer.move('send')
      mustBeValid(offer, ownDate(own, ctx.now))
      offer.sentAt = ctx.now
      await sendPaper(ctx, {
        subject: 'offer',
        document: offer,
        deal: deal as Deal,
        title: `Коммерческое предложение № ${offer.number}`,
        ...{ to: ctx.body.to, text: ctx.body.text },
      })
      await tellDeal(ctx, offer.dealId, {
        event: 'offer_sent',
        data: { offerId: offer.id, number: offer.number ?? null },
        facts: { offerStatus: offer.status },
      })
      return offerAnswer(ctx, offer)
    },
  }),
  operation({
    name: 'acceptOffer',
    method: 'post',
    path: '/api/offers/:id/accept',
    summary: 'The client said yes',
    via: 'transaction',
    may: 'signed_in',
    answer: OfferAnswer,
    handle: ctx => decide(ctx, 'accept'),
  }),
  operation({
    name: 'declineOffer',
    method: 'post',
    path: '/api/offers/:id/decline',
    summary: 'The client said no',
    via: 'transaction',
    may: 'signed_in',
    answer: OfferAnswer,
    handle: ctx => decide(ctx, 'decline'),
  }),
]

async function decide(ctx: Context, move: 'accept' | 'decline'): Promise<OfferAnswer> {
  const { paper: offer } = await paperAtHand(ctx, 'offer')
  offer.move(move)
  offer.decidedAt = ctx.now
  await tellDeal(ctx, offer.dealId, {
    event: move === 'accept' ? 'offer_accepted' : 'offer_declined',
    data: { offerId: offer.id, number: offer.number ?? null },
    facts: { offerStatus: offer.status },
  })
  await tellSignal(ctx.em, offerDecidedSignal.name, offerWorkflowId(offer.id), {})
  return offerAnswer(ctx, offer)
}
