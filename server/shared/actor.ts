import type { EntityManager } from '@mikro-orm/postgresql'
import { isRoleKey, type RoleKey, roleOfSeat, seatsOf } from '#domain/access/seats.ts'

/** Who asks, with everything a policy may want to know. Loaded once a request. */
export interface Actor {
  id: string
  name: string
  login: string
  roles: RoleKey[]
  departmentId: string | null
  headId: string | null
  discountLimitPercent: string
  /** Colleagues this person acts for today. */
  standsInFor: string[]
  /** Own id, those stood in for, those below either: whose clients these are. */
  owners: string[]
  /** The same people and the queues of the roles, own and of those stood in for: whose turn these are. */
  seats: string[]
  sight: Sight
}
export type Sight = 'restricted' | 'whole' | 'system'

interface Row {
  id: string
  name: string
  login: string
  roles: string[]
  department_id: string | null
  head_id: string | null
  discount_limit_percent: string
  stands_in_for: string[]
  stood_in_roles: string[]
  below: string[]
}

/** The person as an actor, or null when unknown or no longer active. `em` must have the system's sight. */
export async function loadActor(em: EntityManager, userId: string, now: Date): Promise<Actor | null> {
  const rows = await em.execute<Row[]>(
    `with recursive absent(id, roles) as (
       select id, roles from app_user where stand_in_id = ? and stand_in_until > ? and active),
     below(id) as (
       select id from app_user where head_id = ? or head_id in (select id from absent)
       union select u.id from app_user u join below b on u.head_id = b.id)
     select u.id, u.name, u.login, u.roles, u.department_id, u.head_id, u.discount_limit_percent,
       array(select id::text from below) as below,
       array(select id::text from absent) as stands_in_for,
       array(select unnest(roles) from absent) as stood_in_roles
     from app_user u where u.id = ? and u.active`,
    [userId, now, userId, userId],
  )
  const row = rows[0]
  return row ? toActor(row) : null
}

function toActor(row: Row): Actor {
  const roles = row.roles.filter(isRoleKey)
  const owners = [...new Set([row.id, ...row.stands_in_for, ...row.below])]
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    roles,
    departmentId: row.department_id,
    headId: row.head_id,
    discountLimitPercent: row.discount_limit_percent,
    standsInFor: row.stands_in_for,
    owners,
    seats: [...new Set([...owners, ...seatsOf([...roles, ...row.stood_in_roles])])],
    sight: sightOf(roles),
  }
}

/** The same person with some of the roles only, as a token has them: neither the whole nor a queue of the others. */
export function withRoles(actor: Actor, kept: readonly string[]): Actor {
  const roles = actor.roles.filter(role => kept.includes(role))
  const queues = seatsOf(roles)
  return {
    ...actor,
    roles,
    seats: actor.seats.filter(seat => roleOfSeat(seat) === undefined || queues.includes(seat)),
    sight: sightOf(roles),
  }
}

const sightOf = (roles: readonly RoleKey[]): Sight =>
  roles.includes('director') || roles.includes('admin') ? 'whole' : 'restricted'

export const hasRole = (actor: Actor, ...roles: RoleKey[]): boolean =>
  roles.some(role => actor.roles.includes(role))
