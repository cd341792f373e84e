import type { EntityManager } from '@mikro-orm/postgresql'
import { type RoleKey, roleSeats } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import type { RouteFacts, SeatFacts } from '#domain/approvals/approval-route.ts'

/** Who may decide on a paper of this author now; a role that nobody but the author holds goes up to the director. */
export async function seatsAtHand(
  em: EntityManager,
  authorId: string,
  now: Date,
): Promise<RouteFacts['seats']> {
  const people = await em.find(User, {
    active: true,
    $or: [{ id: authorId }, { roles: { $overlap: ['director', 'lawyer', 'accountant', 'head'] } }],
  })
  const author = people.find(({ id }) => id === authorId)
  const standInsOf = (holders: User[]) =>
    holders.flatMap(({ standInId, standInUntil }) =>
      standInId && standInUntil && standInUntil > now && standInId !== authorId ? [standInId] : [],
    )
  const others = (role: RoleKey) => people.filter(({ id, roles }) => id !== authorId && roles.includes(role))
  const above = others('director').length > 0 ? [roleSeats.director] : []
  const queue = (role: RoleKey): SeatFacts => {
    const holders = others(role)
    return {
      assigneeId: null,
      seats: holders.length > 0 ? [roleSeats[role], ...standInsOf(holders)] : [],
      escalateTo: role === 'director' ? [] : above,
    }
  }
  const head = others('head').find(({ id }) => id === author?.headId)
  return {
    director: queue('director'),
    lawyer: queue('lawyer'),
    accountant: queue('accountant'),
    head_of_author: head
      ? { assigneeId: head.id, seats: [head.id, ...standInsOf([head])], escalateTo: above }
      : queue('head'),
  }
}
