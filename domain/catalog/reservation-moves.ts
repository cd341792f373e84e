/** One table for entity, routes and screens: what may happen to a reservation. */
export const reservationMoves = {
  active: { release: 'released', fulfil: 'fulfilled', expire: 'expired' },
  released: {},
  fulfilled: {},
  expired: {},
} as const

export type ReservationStatus = keyof typeof reservationMoves
export const reservationStatuses: readonly ReservationStatus[] = [
  'active',
  'released',
  'fulfilled',
  'expired',
]
