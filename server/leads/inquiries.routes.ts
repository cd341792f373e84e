import { z } from 'zod'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { ownerToBe } from '../clients/reassign-company.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { dealOfInquiry } from './deal-of-inquiry.ts'
import { mayAssign, mayStartDeal, mayTake } from './inquiries.policy.ts'
import { presentInquiries } from './inquiries.presenter.ts'
import { inquiryAtHand, noteInquiry, takenBy } from './inquiry-at-hand.ts'
import { AssignInquiry, InquiryAnswer, InquiryPage, StartDealOfInquiry } from './leads.contract.ts'

const inquiries = (actor: Actor): ListOf<Inquiry> => ({
  entity: Inquiry,
  sort: { receivedAt: 'receivedAt' },
  defaultOrder: 'desc',
  filter: {
    status: oneOrMany('status'),
    channel: oneOrMany('channel'),
    source: oneOrMany('source'),
    ownerId: sameId('ownerId'),
    companyId: sameId('companyId'),
    dealId: sameId('dealId'),
    mine: given => (given === true ? ({ ownerId: actor.id } as never) : ({} as never)),
    unassigned: given => ({ ownerId: z.boolean().parse(given) ? null : { $ne: null } }) as never,
  },
  search: q => ({ text: { $ilike: `%${q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` } }),
})

async function presentOne({ em, actor }: Context, inquiry: Inquiry): Promise<InquiryAnswer> {
  const [answer] = await presentInquiries(em, [inquiry], actor)
  return answer as InquiryAnswer
}

export const inquiryOperations = [
  operation({
    name: 'listInquiries',
    method: 'get',
    path: '/api/inquiries',
    summary: "Requests as they came: the caller's, those of his clients, and his queue",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: InquiryPage,
    handle: ({ em, query, actor }) =>
      listPage(em, inquiries(actor), query, rows => presentInquiries(em, rows, actor)),
  }),
  operation({
    name: 'getInquiry',
    method: 'get',
    path: '/api/inquiries/:id',
    summary: 'One request as it came',
    via: 'read',
    may: 'signed_in',
    answer: InquiryAnswer,
    handle: async ctx => presentOne(ctx, await ctx.em.findOneOrFail(Inquiry, ctx.params.id ?? '')),
  }),
  operation({
    name: 'takeInquiry',
    method: 'post',
    path: '/api/inquiries/:id/take',
    summary: 'Take a request that nobody has; the second to reach for it is told who was first',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    answer: InquiryAnswer,
    async handle(ctx) {
      const inquiry = await inquiryAtHand(ctx)
      if (!mayTake(ctx.actor, inquiry)) throw await takenBy(ctx, inquiry.id)
      Object.assign(inquiry, { ownerId: inquiry.ownerId ?? ctx.actor.id, status: 'taken', seatId: null })
      await ctx.em.flush()
      await noteInquiry(ctx, inquiry, 'inquiry_taken', `Обращение взято: ${ctx.actor.name}`)
      return presentOne(ctx, inquiry)
    },
  }),
  operation({
    name: 'assignInquiry',
    method: 'post',
    path: '/api/inquiries/:id/assign',
    summary: 'Give a request to a manager',
    via: 'transaction',
    may: ['head', 'director', 'admin'],
    body: AssignInquiry,
    answer: InquiryAnswer,
    async handle(ctx) {
      const inquiry = await inquiryAtHand(ctx)
      if (!mayAssign(ctx.actor, inquiry)) throw fact('InquiryInDeal')
      const owner = await ownerToBe(ctx.em, ctx.body.ownerId, ctx.actor)
      Object.assign(inquiry, {
        ownerId: owner.id,
        status: 'assigned',
        seatId: null,
        assignedRule: `Назначил ${ctx.actor.name}`,
      })
      await ctx.em.flush()
      await noteInquiry(ctx, inquiry, 'inquiry_assigned', `Обращение передано: ${owner.name}`)
      return presentOne(ctx, inquiry)
    },
  }),
  operation({
    name: 'startDealOfInquiry',
    method: 'post',
    path: '/api/inquiries/:id/start-deal',
    summary: 'Say whose request it is, an existing client or a new one; its deal begins or hears of it',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: StartDealOfInquiry,
    answer: InquiryAnswer,
    async handle(ctx) {
      const inquiry = await inquiryAtHand(ctx)
      if (inquiry.dealId) throw fact('InquiryInDeal')
      if (!mayStartDeal(ctx.actor, inquiry)) throw fact('Forbidden')
      const deal = await dealOfInquiry(ctx, inquiry, ctx.body)
      await noteInquiry(ctx, inquiry, 'inquiry_in_deal', `Клиент выбран, сделка: ${deal.title}`)
      return presentOne(ctx, inquiry)
    },
  }),
]
