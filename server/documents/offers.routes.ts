import { documentContent } from '#domain/documents/document-content.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { addDays } from '#domain/shared/civil-date.ts'
import { fact } from '#domain/shared/fact.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ChangeOffer, CreateOffer, OfferAnswer, OfferPage, PreviewAnswer } from './documents.contract.ts'
import { presentOffers } from './documents.presenter.ts'
import { offersList } from './documents-lists.ts'
import { dealForPaper, paperAtHand } from './paper-at-hand.ts'
import { previewPaper, printPaper } from './print-paper.ts'
import { tellDeal } from './tell-deal.ts'

/** The offer as it stands now, for its answer. */
export async function offerAnswer({ em, actor }: Context, offer: Offer): Promise<OfferAnswer> {
  await em.flush()
  const [answer] = await presentOffers(em, [offer], actor)
  return answer as OfferAnswer
}

export const offerOperations = [
  operation({
    name: 'listOffers',
    method: 'get',
    path: '/api/offers',
    summary: 'Offers the caller may see',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: OfferPage,
    handle: ({ em, query, actor }) => listPage(em, offersList, query, rows => presentOffers(em, rows, actor)),
  }),
  operation({
    name: 'getOffer',
    method: 'get',
    path: '/api/offers/:id',
    summary: 'One offer',
    via: 'read',
    may: 'signed_in',
    answer: OfferAnswer,
    handle: async ctx => offerAnswer(ctx, await ctx.em.findOneOrFail(Offer, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createOffer',
    method: 'post',
    path: '/api/offers',
    summary: 'Draft an offer of the deal’s lines as they stand',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: CreateOffer,
    answer: OfferAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, world, actor, now } = ctx
      const deal = await dealForPaper(ctx, body.dealId)
      const { own, today, buyer, ...content } = await documentContent(em, { dealId: deal.id, now })
      const offer = em.create(Offer, {
        id: world.ids(),
        createdAt: now,
        dealId: deal.id,
        companyId: deal.companyId,
        authorId: actor.id,
        status: 'draft',
        validUntil: body.validUntil ?? addDays(today, own.data.offerTermDays),
        buyer,
        lines: content.lines,
        netKopecks: content.netKopecks,
        vatKopecks: content.vatKopecks,
        grossKopecks: content.grossKopecks,
        maxDiscountPercent: content.maxDiscountPercent,
      })
      await tellDeal(ctx, deal.id, { event: 'facts_changed', data: {}, facts: { offerStatus: 'draft' } })
      return offerAnswer(ctx, offer)
    },
  }),
  operation({
    name: 'changeOffer',
    method: 'patch',
    path: '/api/offers/:id',
    summary: 'Change a draft: its day, or its lines from the deal (a new revision)',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeOffer,
    answer: OfferAnswer,
    async handle(ctx) {
      const { paper: offer } = await paperAtHand(ctx, 'offer', { fresh: true })
      if (offer.status !== 'draft') throw fact('OfferNotDraft')
      if (ctx.body.validUntil) offer.validUntil = ctx.body.validUntil
      if (ctx.body.refreshLines) {
        const { em, now } = ctx
        const content = await documentContent(em, { dealId: offer.dealId, now })
        offer.buyer = content.buyer
        offer.lines = content.lines
        offer.netKopecks = content.netKopecks
        offer.vatKopecks = content.vatKopecks
        offer.grossKopecks = content.grossKopecks
        offer.maxDiscountPercent = content.maxDiscountPercent
        offer.revision++
      }
      // A printed draft would show what the offer no longer says.
      offer.fileId = null
      return offerAnswer(ctx, offer)
    },
  }),
  operation({
    name: 'renderOffer',
    method: 'post',
    path: '/api/offers/:id/render',
    summary: 'Print the offer as it stands and keep the file',
    via: 'process',
    may: 'signed_in',
    answer: OfferAnswer,
    async handle(ctx) {
      const { em, params } = ctx
      const id = params.id ?? ''
      await em.transactional(inside => paperAtHand({ ...ctx, em: inside }, 'offer'))
      await printPaper(ctx, 'offer', id)
      return em.transactional(async inside =>
        offerAnswer({ ...ctx, em: inside }, await inside.findOneOrFail(Offer, id)),
      )
    },
  }),
  operation({
    name: 'previewOffer',
    method: 'get',
    path: '/api/offers/:id/preview',
    summary: 'The offer as a page',
    via: 'read',
    may: ['manager', 'head', 'director', 'accountant', 'lawyer', 'admin'],
    answer: PreviewAnswer,
    handle: ctx => previewPaper(ctx, 'offer', ctx.params.id ?? ''),
  }),
]
