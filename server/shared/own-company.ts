import type { EntityManager } from '@mikro-orm/postgresql'
import { fact } from '#domain/shared/fact.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'

/** The company that runs this server. @throws NoOwnCompany before it is set up */
export async function ownCompany(em: EntityManager): Promise<OwnCompany> {
  const [company] = await em.find(OwnCompany, {}, { limit: 1 })
  if (!company) throw fact('NoOwnCompany')
  return company
}
