import type { EntityManager } from '@mikro-orm/postgresql'
import type { ActivityWorld } from '../shared/world.ts'

/** Why somebody who does not own a client sees it. */
export interface Sharing {
  /** A person's id or the queue of a role. */
  seatId: string
  companyId: string
  because: 'approval' | 'request' | 'invoice' | 'deal' | 'stand_in'
  subjectType: string
  subjectId: string
}

/** Opens a client to a seat for one reason, in the caller's transaction; twice is one row, a closed one opens again. */
export async function openParticipation(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids' | 'clock'>,
  { seatId, companyId, because, subjectType, subjectId }: Sharing,
): Promise<void> {
  await em.execute(
    `insert into participation (id, seat_id, company_id, because, subject_type, subject_id, opened_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (seat_id, company_id, because, subject_id)
     do update set closed_at = null, opened_at = excluded.opened_at where participation.closed_at is not null`,
    [world.ids(), seatId, companyId, because, subjectType, subjectId, world.clock.now()],
  )
}

/** Closes what a subject had opened, to all but the seats of `except`; other reasons stay open. */
export async function closeParticipations(
  em: EntityManager,
  closing: { subjectType: string; subjectId: string; at: Date; except?: readonly string[] },
): Promise<void> {
  const { subjectType, subjectId, at, except = [] } = closing
  await em.execute(
    `update participation set closed_at = ? where subject_type = ? and subject_id = ? and closed_at is null
     and not (seat_id = any (?::uuid[]))`,
    [at, subjectType, subjectId, `{${except.join(',')}}`],
  )
}
