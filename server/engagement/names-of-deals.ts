import type { EntityManager } from '@mikro-orm/postgresql'
import { Deal } from '#domain/sales/deal.entity.ts'

/** Titles of deals by id, one query for a page, as far as the caller may see them. */
export async function dealTitles(
  em: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(id => id != null))]
  const deals = wanted.length ? await em.find(Deal, { id: wanted }, { fields: ['id', 'title'] }) : []
  return new Map(deals.map(({ id, title }) => [id, title]))
}
