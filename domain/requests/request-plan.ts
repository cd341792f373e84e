import type { Quantity } from '../shared/quantity.ts'
import type { CalendarData } from '../shared/working-time.ts'

/** A line of a request: what is asked for, what lies ready, what left. Always shipped ≤ picked ≤ quantity. */
export interface RequestLine {
  lineId: string
  offeringId: string | null
  quantity: Quantity
  pickedQuantity: Quantity
  shippedQuantity: Quantity
  /** What the warehouse last said it cannot find of this line; '0' when nothing is missing. */
  shortQuantity: Quantity
}

/** A part of a line: picked, missing or shipped now. Positive. */
export interface LinePart {
  lineId: string
  quantity: Quantity
}

/** Everything a request's process needs to run; read once at its start. */
export interface RequestPlan {
  dealId: string | null
  authorId: string | null
  /** The seat of the department asked: a role's queue. */
  seatId: string
  lines: RequestLine[]
  /** The promised instant, epoch ms, or null without a promise. */
  promisedAt: number | null
  calendar: CalendarData
  /** When the request was made, epoch ms. */
  startedAt: number
}
