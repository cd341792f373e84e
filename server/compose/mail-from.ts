import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'

/** Letters leave in the own company's name; before it is set up, in the product's. */
export async function mailFrom(databaseUrl: string): Promise<{ name: string; address: string }> {
  const orm = await openOrm({ url: databaseUrl, poolSize: 1 })
  try {
    const [company] = await forkSystem(orm).find(OwnCompany, {}, { limit: 1 })
    return { name: company?.name ?? 'Voronka', address: company?.data.email || 'voronka@localhost' }
  } finally {
    await orm.close()
  }
}
