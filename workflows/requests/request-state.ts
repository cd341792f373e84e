import type { RequestEnd, RequestState } from '#domain/requests/request-moves.ts'
import type { LinePart, RequestLine, RequestPlan } from '#domain/requests/request-plan.ts'

/** Where a request stands. Plain JSON: it travels through continue-as-new. Times are epoch ms. */
export interface RequestProcessState {
  form: 1
  /** Grows by one with every change; 0 before `opened`. */
  seq: number
  status: RequestState
  startedAt: number
  authorId: string | null
  seatId: string
  assigneeId: string | null
  lines: RequestLine[]
  promisedAt: number | null
  warnAt: number | null
  /** Which warnings of the present promise were given. */
  warned: { soon: boolean; overdue: boolean }
  /** What is in the way, or why it was refused. */
  remark: string | null
  /** 'YYYY-MM-DD': when the missing goods are expected. */
  expectedOn: string | null
  /** Ids of the parts that left, in order. */
  shipments: string[]
  closedAt: number | null
  closedBy: string | null
  /** When it last moved: what the path's waiting counts from. */
  movedAt: number
  /** The last commands taken, oldest first. */
  requests: string[]
}

/** Who, by which request, when (epoch ms). */
export interface Moved {
  by: string
  requestId: string
  at: number
}

/** What a person may do to a request; each is judged by `refuseRequest` first. */
export type RequestCommand =
  | { is: 'take'; promisedAt: number | null }
  | { is: 'pick'; lines: LinePart[] }
  | { is: 'report_shortage'; lines: LinePart[]; expectedOn: string | null }
  | { is: 'ship'; lines: LinePart[]; shipmentId: string }
  | { is: 'done' }
  | { is: 'refuse'; reason: string }
  | { is: 'cancel'; reason: string }

export type RequestEvent =
  | { is: 'opened'; at: number }
  | { is: 'clock'; at: number }
  | { is: 'warning_failed'; kind: 'soon' | 'overdue'; reason: string; at: number }
  | (RequestCommand & Moved)

export type RequestEffect =
  | { do: 'warn'; kind: 'soon' | 'overdue'; dueAt: number; to: string[]; key: string }
  | { do: 'conclude'; outcome: RequestEnd; by: string; reason: string | null; at: number; key: string }

export const newRequest = (plan: RequestPlan): RequestProcessState => ({
  form: 1,
  seq: 0,
  status: 'new',
  startedAt: plan.startedAt,
  authorId: plan.authorId,
  seatId: plan.seatId,
  assigneeId: null,
  lines: plan.lines,
  promisedAt: plan.promisedAt,
  warnAt: null,
  warned: { soon: false, overdue: false },
  remark: null,
  expectedOn: null,
  shipments: [],
  closedAt: null,
  closedBy: null,
  movedAt: plan.startedAt,
  requests: [],
})
