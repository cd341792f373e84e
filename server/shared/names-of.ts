import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'

const unique = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.filter(id => id != null))]

/** Names of colleagues by id, one query for a page. */
export async function userNames(
  em: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = unique(ids)
  const users = wanted.length ? await em.find(User, { id: wanted }, { fields: ['id', 'name'] }) : []
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** Clients of a page by id, as far as the caller may see them. */
export async function companiesById(
  em: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, Company>> {
  const wanted = unique(ids)
  const companies = wanted.length ? await em.find(Company, { id: wanted }) : []
  return new Map(companies.map(company => [company.id, company]))
}
