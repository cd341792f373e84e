/**
 * Seats: whose turn something is. A seat is a person (the user's id) or a role's queue (a fixed id below), so that
 * a new colleague sees the queue at once and nothing is fanned out to people.
 */
export const roleSeats = {
  manager: '00000000-0000-7000-8000-000000000001',
  head: '00000000-0000-7000-8000-000000000002',
  lawyer: '00000000-0000-7000-8000-000000000003',
  accountant: '00000000-0000-7000-8000-000000000004',
  warehouse: '00000000-0000-7000-8000-000000000005',
  marketer: '00000000-0000-7000-8000-000000000006',
  director: '00000000-0000-7000-8000-000000000007',
  admin: '00000000-0000-7000-8000-000000000008',
} as const
export type RoleKey = keyof typeof roleSeats

export const isRoleKey = (word: string): word is RoleKey => Object.hasOwn(roleSeats, word)
/** The seats a person of these roles sits in, beside the person's own id. */
export const seatsOf = (roles: readonly string[]): string[] =>
  roles.filter(isRoleKey).map(role => roleSeats[role])
/** The role whose queue this seat is, or undefined when the seat is a person. */
export const roleOfSeat = (seatId: string): RoleKey | undefined =>
  (Object.keys(roleSeats) as RoleKey[]).find(role => roleSeats[role] === seatId)
