import type { MikroORM } from '@mikro-orm/postgresql'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { forkSystem } from '../shared/sight.ts'

/** Letters leave in the own company's name; before it is set up none leave. */
export async function mailFrom(orm: MikroORM): Promise<{ name: string; address: string }> {
  const [company] = await forkSystem(orm).find(OwnCompany, {}, { limit: 1 })
  return { name: company?.name ?? 'Voronka', address: company?.data.email ?? 'voronka@localhost' }
}
