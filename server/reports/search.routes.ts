import type { EntityManager } from '@mikro-orm/postgresql'
import { Product } from '#domain/catalog/product.entity.ts'
import { bySearchText } from '../catalog/catalog-search.ts'
import { companiesById } from '../shared/names-of.ts'
import { operation } from '../shared/operation.ts'
import { searchRecords } from '../shared/search.ts'
import { SearchAnswer, SearchQuery } from './reports.contract.ts'

type Group = SearchAnswer['groups'][number]

/** In the order of the answer. */
const resources = ['companies', 'contacts', 'deals', 'offers', 'invoices', 'contracts'] as const
const inGroup = 6
const looksAt = 200
/** One letter finds everything and says nothing. */
const shortest = 2

/** Records of clients by any fragment, through the one door of the base that keeps what the caller may see. */
async function clientGroups(em: EntityManager, q: string): Promise<Group[]> {
  const found = Map.groupBy(await searchRecords(em, q, resources, looksAt), row => row.resource)
  const shown = resources.flatMap(resource => found.get(resource)?.slice(0, inGroup) ?? [])
  const companies = await companiesById(
    em,
    shown.map(row => row.company_id),
  )
  return resources.flatMap(resource => {
    const rows = shown.filter(row => row.resource === resource)
    const items = rows.map(row => {
      const company = companies.get(row.company_id)
      const note = resource === 'companies' ? company?.inn : company?.name
      return { id: row.record_id, title: row.title, note: note ?? null, companyId: row.company_id }
    })
    return items.length ? [{ resource, items }] : []
  })
}

async function goods(em: EntityManager, q: string): Promise<Group[]> {
  const products = await em.find(
    Product,
    { $and: [{ deleted: false }, bySearchText<Product>(q)] },
    { orderBy: { name: 'asc', id: 'asc' }, limit: inGroup, fields: ['id', 'name', 'sku'] },
  )
  const items = products.map(({ id, name, sku }) => ({ id, title: name, note: sku ?? null, companyId: null }))
  return items.length ? [{ resource: 'products', items }] : []
}

export const searchOperations = [
  operation({
    name: 'search',
    method: 'get',
    path: '/api/search',
    summary: 'Clients, people, deals, papers and goods by any fragment, of what the caller may see',
    via: 'read',
    may: 'signed_in',
    query: SearchQuery,
    answer: SearchAnswer,
    async handle({ em, query: { q } }) {
      if (q.length < shortest) return { groups: [] }
      return { groups: [...(await clientGroups(em, q)), ...(await goods(em, q))] }
    },
  }),
]
