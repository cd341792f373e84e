import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Department } from '#domain/access/department.entity.ts'
import type { RoleKey } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import { canonicalFunnel, compileFunnel } from '#domain/sales/compile-funnel.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { service } from '#domain/sales/funnels/service.ts'
import { wholesale } from '#domain/sales/funnels/wholesale.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import { hashPassword } from '../access/password.ts'

export interface Person {
  login: string
  name: string
  position: string
  roles: RoleKey[]
  department: string
  /** Login of the head above. */
  head?: string
  discountLimitPercent?: string
  phone?: string
  email?: string
}
export interface Founding {
  name: string
  data: OwnCompanyData
  people: Person[]
  /** One password for all, or one each. */
  passwordOf(login: string): string
  now: Date
  ids(): string
}

const departments = [
  ['sales', 'Продажи'],
  ['legal', 'Юридический отдел'],
  ['accounting', 'Бухгалтерия'],
  ['warehouse', 'Склад'],
  ['marketing', 'Маркетинг'],
  ['management', 'Руководство'],
] as const

/** The company itself, its departments and people, and its published funnels: what every installation begins with. */
export async function foundCompany(em: EntityManager, founding: Founding): Promise<Map<string, User>> {
  const { now, ids, people } = founding
  em.create(OwnCompany, { id: ids(), name: founding.name, data: founding.data })
  const byKey = new Map(
    departments.map(([key, name]) => [key as string, em.create(Department, { id: ids(), key, name })]),
  )
  await em.flush()
  const users = new Map<string, User>()
  for (const [at, person] of people.entries()) {
    users.set(
      person.login,
      em.create(User, {
        id: ids(),
        // A millisecond apart, so that lists keep the order given here.
        createdAt: new Date(now.getTime() + at),
        login: person.login,
        name: person.name,
        passwordHash: await hashPassword(founding.passwordOf(person.login)),
        email: person.email ?? null,
        phone: person.phone ?? null,
        position: person.position,
        roles: person.roles,
        departmentId: byKey.get(person.department)?.id ?? null,
        headId: person.head ? (users.get(person.head)?.id ?? null) : null,
        active: true,
        atWork: true,
        discountLimitPercent: person.discountLimitPercent ?? '0',
      }),
    )
    await em.flush()
  }
  publish(em, wholesale, founding, true)
  publish(em, service, founding, false)
  await em.flush()
  return users
}

/** Publishes the first version of a funnel; what does not compile is our own fault and stops the founding. */
function publish(em: EntityManager, definition: unknown, { now, ids }: Founding, isDefault: boolean): void {
  const compiled = compileFunnel(definition)
  if (!compiled.ok) throw new Error(`The funnel does not compile: ${JSON.stringify(compiled.problems)}`)
  const { funnel } = compiled
  const id = ids()
  const version = em.create(FunnelVersion, {
    id: ids(),
    funnelId: id,
    number: 1,
    definition: funnel,
    sha256: createHash('sha256').update(canonicalFunnel(funnel)).digest('hex'),
    publishedAt: now,
  })
  em.create(Funnel, { id, key: funnel.key, name: funnel.name.ru, currentVersionId: version.id, isDefault })
}
