import type { EntityManager } from '@mikro-orm/postgresql'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Product } from '#domain/catalog/product.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { flag, holds, oneOrMany } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { ProductAnswer, ProductPage } from './catalog.contract.ts'
import { seesPrices } from './catalog.policy.ts'
import { presentProduct } from './catalog.presenter.ts'
import { bySearchText } from './catalog-search.ts'
import { todayOf } from './holdings.ts'
import { offeringFacts } from './offering-facts.ts'

const products: ListOf<Product> = {
  entity: Product,
  sort: { name: 'name', sku: 'sku', updatedAt: 'updatedAt' },
  filter: {
    sku: oneOrMany('sku'),
    externalId: oneOrMany('externalId'),
    groupId: holds('groupIds'),
    deleted: flag('deleted'),
    stub: flag('stub'),
  },
  search: bySearchText,
}

interface Asking {
  em: EntityManager
  actor: Actor
  now: Date
}

async function present(
  { em, actor, now }: Asking,
  rows: readonly Product[],
  whole: boolean,
): Promise<ProductAnswer[]> {
  const offerings = await em.find(
    Offering,
    { productId: { $in: rows.map(row => row.id) } },
    { orderBy: { name: 'asc', id: 'asc' }, limit: 2_000 },
  )
  const facts = await offeringFacts(em, offerings, {
    today: await todayOf(em, now),
    withPrices: seesPrices(actor),
  })
  const byProduct = Map.groupBy(offerings, offering => offering.productId)
  return rows.map(row => presentProduct(row, byProduct.get(row.id) ?? [], facts, { whole }))
}

export const productOperations = [
  operation({
    name: 'listProducts',
    method: 'get',
    path: '/api/products',
    summary: 'Goods as 1C gives them',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ProductPage,
    handle: ctx => listPage(ctx.em, products, ctx.query, rows => present(ctx, rows, false)),
  }),
  operation({
    name: 'getProduct',
    method: 'get',
    path: '/api/products/:id',
    summary: 'One product with its description',
    via: 'read',
    may: 'signed_in',
    answer: ProductAnswer,
    async handle(ctx) {
      const product = await ctx.em.findOneOrFail(Product, ctx.params.id ?? '')
      const [answer] = await present(ctx, [product], true)
      return answer as ProductAnswer
    },
  }),
]
