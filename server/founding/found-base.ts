import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { hashPassword, verifyPassword } from '../access/password.ts'
import { type Founding, foundCompany } from './found-company.ts'

/**
 * Founds the company unless it is there. One that is there from a founding that was cut off keeps its people, who
 * get the password of this run if it is another. Answers when the company was founded.
 */
export async function foundBase(em: EntityManager, founding: Founding): Promise<{ foundedAt: Date }> {
  if (!(await em.count(OwnCompany))) {
    await foundCompany(em, founding)
    return { foundedAt: founding.now }
  }
  const people = await em.find(
    User,
    { login: founding.people.map(({ login }) => login) },
    { orderBy: { createdAt: 'asc' } },
  )
  for (const person of people) {
    const password = founding.passwordOf(person.login)
    if (!(await verifyPassword(password, person.passwordHash)))
      person.passwordHash = await hashPassword(password)
  }
  await em.flush()
  return { foundedAt: people[0]?.createdAt ?? founding.now }
}
