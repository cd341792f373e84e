import type { RequestEnd, RequestState } from '#domain/requests/request-moves.ts'
import type { LinePart, RequestLine, RequestPlan } from '#domain/requests/request-plan.ts'
import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { RequestProcessState } from '#workflows/requests/request-state.ts'
import type { PathEvent } from '#workflows/shared/path-event.ts'

/** The deeds of a department request's process. Keys are whole: workflow id + business step. */
export interface RequestActivities {
  /** Reads the request as it was made. Changes nothing; needs no key. A local activity. */
  openRequest(deed: { requestId: string }): Promise<RequestOpening>
  /**
   * Writes the projection (where its seq is lower), the shipment (its number is allocated here, its reservations
   * are used up), the path's lines and the notice to the deal (outbox): one transaction under `key`
   * (`request/<id>/opened`, `…/pick/<command id>`, `…/ship/<command id>` …). May not refuse. A local activity.
   */
  recordRequest(record: RequestRecord): Promise<void>
  /**
   * Closes participation and tells the deal by the outbox; once all is shipped, what the deal still holds in reserve
   * goes back (a refused request keeps it to its end: the deal may ask again). One transaction under
   * `request/<id>/conclude`. May not refuse. A local activity.
   */
  concludeRequest(deed: ConcludeRequest): Promise<void>
  /** Tells the department and the asker that the promise comes near or is broken, once per `…/warn/<kind>/<dueAt>`. */
  warnPromise(deed: PromiseWarning): Promise<void>
}

export interface RequestOpening extends RequestPlan {
  /** Set where the process takes over a request that already has a past (the founding). */
  state?: RequestProcessState
}

export interface RequestRecord {
  requestId: string
  seq: number
  status: RequestState
  assigneeId: string | null
  lines: RequestLine[]
  /** Epoch ms. */
  promisedAt: number | null
  /** What is in the way, or why it was refused. */
  remark: string | null
  /** 'YYYY-MM-DD': when the missing goods are expected. */
  expectedOn: string | null
  /** Epoch ms; null while open. */
  closedAt: number | null
  /** Set by the move that ships. */
  shipment: RequestShipment | null
  /** What the deal is told of this move; null when it need not know. A request without a deal tells nobody. */
  notice: { event: DealEventKey; data: EventData } | null
  path: PathEvent[]
  key: string
}

export interface RequestShipment {
  shipmentId: string
  lines: LinePart[]
  by: string
  /** Epoch ms. */
  at: number
}

export interface ConcludeRequest {
  requestId: string
  dealId: string | null
  outcome: RequestEnd
  by: string
  reason: string | null
  at: number
  key: string
}

export interface PromiseWarning {
  requestId: string
  kind: 'soon' | 'overdue'
  /** The promised instant, epoch ms. */
  dueAt: number
  /** Seats to tell: user ids and role queues. */
  to: string[]
  key: string
}
