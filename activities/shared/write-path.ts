import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import type { PathEvent } from '#domain/sales/path-event.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import type { ActivityWorld } from './world.ts'

/** Whose path the lines belong to. */
export interface PathOwner {
  /** deal/<id>, approval/<id>, invoice/<id>, request/<id>. */
  subject: string
  dealId: string | null
  companyId: string | null
  seq: number
  /** Queue that sees the lines beside those who see the client. */
  seatId?: string | null
}

/** Writes lines of the path in the caller's transaction; the names of people are filled in here, never in processes. */
export async function writePath(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids'>,
  owner: PathOwner,
  path: readonly PathEvent[],
): Promise<void> {
  const people = [
    ...new Set(path.flatMap(({ actor }) => (actor.type === 'user' && actor.id ? [actor.id] : []))),
  ]
  const names = new Map(
    people.length
      ? (await em.find(User, { id: people }, { fields: ['id', 'name'] })).map(({ id, name }) => [id, name])
      : [],
  )
  for (const line of path)
    em.create(
      ProcessEvent,
      processEventRow({
        id: world.ids(),
        ...owner,
        at: new Date(line.at),
        kind: line.kind,
        title: line.title,
        actor: {
          ...line.actor,
          name: line.actor.name ?? (line.actor.id ? (names.get(line.actor.id) ?? null) : null),
        },
        data: { ...line.data },
        waitedMs: line.waitedMs,
        stage: line.stage,
      }),
    )
  await em.flush()
}
