import type { MikroORM } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { forkSystem } from '../shared/sight.ts'

/** The login screen offers the demo's people while the demo company is the own company; otherwise nobody. */
export async function demoLogins(orm: MikroORM) {
  const em = forkSystem(orm)
  const [company] = await em.find(OwnCompany, {}, { limit: 1 })
  if (!company?.data.demo) return null
  const people = await em.find(User, { active: true }, { orderBy: { createdAt: 'asc' } })
  return { logins: people.map(({ login, name, roles }) => ({ login, name, roles })) }
}
