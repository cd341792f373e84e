import type { EntityManager } from '@mikro-orm/postgresql'
import { freeStock } from '#domain/catalog/free-stock.ts'
import { nearAlternatives } from '#domain/catalog/near-alternatives.ts'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { possibleDate } from '#domain/catalog/possible-date.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { flag, holds, oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import {
  AlternativesAnswer,
  AvailabilityAnswer,
  AvailabilityQuery,
  OfferingAnswer,
  OfferingPage,
} from './catalog.contract.ts'
import { seesPrices } from './catalog.policy.ts'
import { presentOffering } from './catalog.presenter.ts'
import { bySearchText } from './catalog-search.ts'
import { comingGoods, holdingsOf, todayOf } from './holdings.ts'
import { offeringFacts } from './offering-facts.ts'

const offerings: ListOf<Offering> = {
  entity: Offering,
  sort: { name: 'name', sku: 'sku', updatedAt: 'updatedAt' },
  filter: {
    productId: sameId('productId'),
    sku: oneOrMany('sku'),
    externalId: oneOrMany('externalId'),
    deleted: flag('deleted'),
    stub: flag('stub'),
    groupId: value => ({ productId: holds('groupIds')(value) }) as never,
  },
  search: bySearchText,
}

interface Asking {
  em: EntityManager
  actor: Actor
  now: Date
}

/** Offerings as this actor may see them. */
async function presentOfferings(
  { em, actor, now }: Asking,
  rows: readonly Offering[],
): Promise<OfferingAnswer[]> {
  const facts = await offeringFacts(em, rows, {
    today: await todayOf(em, now),
    withPrices: seesPrices(actor),
  })
  return rows.map(row => presentOffering(row, facts, actor))
}

/** What could be sold in its place: of the same product, of the same groups, or alike by a property. */
const candidates = `
  select distinct o.id from offering o join product p on p.id = o.product_id
  join offering w on w.id = ? join product wp on wp.id = w.product_id
  where o.id <> w.id and not o.deleted and not p.deleted
    and (o.product_id = w.product_id or p.group_ids && wp.group_ids)
    and exists (select from stock s where s.offering_id = o.id and s.quantity > 0)
  limit 300`

export const offeringOperations = [
  operation({
    name: 'listOfferings',
    method: 'get',
    path: '/api/offerings',
    summary: 'What a line of a deal may be made of, with prices, stock and what comes',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: OfferingPage,
    handle: ctx => listPage(ctx.em, offerings, ctx.query, rows => presentOfferings(ctx, rows)),
  }),
  operation({
    name: 'getOffering',
    method: 'get',
    path: '/api/offerings/:id',
    summary: 'One offering',
    via: 'read',
    may: 'signed_in',
    answer: OfferingAnswer,
    async handle(ctx) {
      const offering = await ctx.em.findOneOrFail(Offering, ctx.params.id ?? '')
      const [answer] = await presentOfferings(ctx, [offering])
      return answer as OfferingAnswer
    },
  }),
  operation({
    name: 'availabilityOfOffering',
    method: 'get',
    path: '/api/offerings/:id/availability',
    summary: 'When a quantity can be had',
    via: 'read',
    may: 'signed_in',
    query: AvailabilityQuery,
    answer: AvailabilityAnswer,
    async handle({ em, params, query, now }) {
      const offering = await em.findOneOrFail(Offering, params.id ?? '')
      const today = await todayOf(em, now)
      const held = (await holdingsOf(em, [offering.id], today)).get(offering.id)
      const free = held ? freeStock(held).free : '0'
      const quantity = query.quantity ?? '1'
      const supplies = comingGoods(held?.supplies ?? [])
      return { offeringId: offering.id, quantity, free, ...possibleDate({ quantity, free, supplies, today }) }
    },
  }),
  operation({
    name: 'alternativesToOffering',
    method: 'get',
    path: '/api/offerings/:id/alternatives',
    summary: 'What is there today and nearest to it by its properties',
    via: 'read',
    may: 'signed_in',
    query: AvailabilityQuery,
    answer: AlternativesAnswer,
    async handle(ctx) {
      const wanted = await ctx.em.findOneOrFail(Offering, ctx.params.id ?? '')
      const near = await ctx.em.execute<{ id: string }[]>(candidates, [wanted.id])
      const rows = await ctx.em.find(Offering, { id: near.map(row => row.id) })
      const [asked, ...others] = await presentOfferings(ctx, [wanted, ...rows])
      if (!asked) return { data: [] }
      return { data: nearAlternatives(asked, others, { quantity: ctx.query.quantity ?? '1' }) }
    },
  }),
]
