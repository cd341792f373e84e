/** The moves of a department's request: one table for process, contract and screen. */
export const requestMoves = {
  new: { take: 'taken', refuse: 'refused', cancel: 'cancelled' },
  taken: {
    pick: 'in_progress',
    report_shortage: 'short',
    done: 'done',
    refuse: 'refused',
    cancel: 'cancelled',
  },
  in_progress: {
    pick: 'in_progress',
    report_shortage: 'short',
    ship: 'in_progress',
    done: 'done',
    refuse: 'refused',
    cancel: 'cancelled',
  },
  short: {
    pick: 'in_progress',
    report_shortage: 'short',
    ship: 'short',
    done: 'done',
    refuse: 'refused',
    cancel: 'cancelled',
  },
  done: {},
  refused: {},
  cancelled: {},
} as const

export type RequestState = keyof typeof requestMoves
export type RequestEnd = 'done' | 'refused' | 'cancelled'
export type RequestMove = 'take' | 'pick' | 'report_shortage' | 'ship' | 'done' | 'refuse' | 'cancel'

/** The state a move leads to, or undefined where there is no such move. The last shipment leads to 'done' instead. */
export const afterRequestMove = (from: RequestState, move: RequestMove): RequestState | undefined =>
  (requestMoves[from] as Partial<Record<RequestMove, RequestState>>)[move]

export const isRequestOpen = (state: RequestState): boolean => Object.keys(requestMoves[state]).length > 0
