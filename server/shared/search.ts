import type { EntityManager } from '@mikro-orm/postgresql'
import { searchFragments } from '#domain/clients/search-words.ts'

export interface FoundRecord {
  resource: string
  record_id: string
  company_id: string
  title: string
}

/** Records found by fragments of their words, of those the caller may see: through the one door of the base. */
export async function searchRecords(
  em: EntityManager,
  q: string,
  resources: readonly string[] | null,
  atMost = 200,
): Promise<FoundRecord[]> {
  const found = new Map<string, FoundRecord>()
  for (const fragments of searchFragments(q)) {
    const rows = await em.execute<FoundRecord[]>('select * from search_records(?::text[], ?::text[], ?)', [
      textArray(fragments),
      resources ? textArray(resources) : null,
      atMost,
    ])
    for (const row of rows) found.set(`${row.resource}/${row.record_id}`, row)
    // The likeliest reading that finds anything is what was meant.
    if (found.size) break
  }
  return [...found.values()]
}

/** A list's condition for `q`: which property of the row must be among the found records of each resource. */
export async function recordsFound(
  em: EntityManager,
  q: string,
  properties: Record<string, string>,
): Promise<never> {
  const rows = await searchRecords(em, q, Object.keys(properties))
  const ids = Object.entries(properties).map(([resource, property]) => ({
    [property]: rows
      .filter(row => row.resource === resource)
      .map(row => (property === 'companyId' ? row.company_id : row.record_id)),
  }))
  return { $or: ids } as never
}

const textArray = (words: readonly string[]) =>
  `{${words.map(word => `"${word.replaceAll(/["\\]/g, sign => `\\${sign}`)}"`).join(',')}}`
