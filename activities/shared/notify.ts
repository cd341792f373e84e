import type { EntityManager } from '@mikro-orm/postgresql'
import { roleOfSeat } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import { Notification } from '#domain/engagement/notification.entity.ts'
import type { ActivityWorld } from './world.ts'

export interface Notice {
  /** People, or seats of roles: then everyone active in the role. */
  to: readonly string[]
  title: string
  subjectType: string
  subjectId: string
  companyId: string | null
}

/** Puts a word into the bell of each person, in the caller's transaction. */
export async function notify(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids' | 'clock'>,
  notice: Notice,
): Promise<void> {
  const { to, ...said } = notice
  const roles = to.flatMap(seat => roleOfSeat(seat) ?? [])
  const people = to.filter(seat => !roleOfSeat(seat))
  const readers = await em.find(
    User,
    { active: true, $or: [{ id: people }, ...(roles.length ? [{ roles: { $overlap: roles } }] : [])] },
    { fields: ['id'] },
  )
  for (const { id } of readers)
    em.create(Notification, {
      id: world.ids(),
      userId: id,
      createdAt: world.clock.now(),
      ...said,
      title: said.title.slice(0, 255),
    })
  await em.flush()
}
