import type { EntityManager } from '@mikro-orm/postgresql'
import type { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'

/** The people to tell of a request's fate: who wrote it and the manager of its deal; user ids, none twice. */
export async function whoAsked(
  em: EntityManager,
  { authorId, dealId }: Pick<DepartmentRequest, 'authorId' | 'dealId'>,
): Promise<string[]> {
  const deal = dealId ? await em.findOne(Deal, dealId) : null
  return [...new Set([authorId, deal?.ownerId].flatMap(id => id ?? []))]
}
