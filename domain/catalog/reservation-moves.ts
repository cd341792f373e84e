/** One table for entity, routes and screens: what may happen to a reservation. */
export const reservationMoves = {
  active: { release: 'released', fulfil: 'fulfilled', expire: 'expired' },
  released: {},
  fulfilled: {},
  expired: {},
} as const

export type ReservationStatus = keyof typeof reservationMoves
export type ReservationMove = 'release' | 'fulfil' | 'expire'
export const reservationStatuses: readonly ReservationStatus[] = [
  'active',
  'released',
  'fulfilled',
  'expired',
]

/** The status a move leads to, or undefined where there is no such move. */
export const afterReservationMove = (
  from: ReservationStatus,
  move: ReservationMove,
): ReservationStatus | undefined =>
  (reservationMoves[from] as Partial<Record<ReservationMove, ReservationStatus>>)[move]
