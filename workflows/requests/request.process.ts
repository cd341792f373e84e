import { afterRequestMove, isRequestOpen } from '#domain/requests/request-moves.ts'
import { compareQuantity } from '#domain/shared/quantity.ts'
import { remember } from '../shared/command.ts'
import { type PathEvent, pathEvent } from '../shared/path-event.ts'
import type { DueTimer, Outcome } from '../shared/run-process.ts'
import { type Terms, warnBefore } from '../shared/terms.ts'
import { refuseRequest } from './refuse-request.ts'
import { allShipped, pickLines, shipLines, shortenLines } from './request-lines.ts'
import type {
  Moved,
  RequestCommand,
  RequestEffect,
  RequestEvent,
  RequestProcessState,
} from './request-state.ts'

type Result = Outcome<RequestProcessState, RequestEffect>

export const isOpenRequest = (state: RequestProcessState): boolean => isRequestOpen(state.status)

/** Where we stand and what happened → where we stand now and what must be done. Total, never throws. */
export function stepRequest(terms: Terms, state: RequestProcessState, event: RequestEvent): Result {
  const still: Result = { state, effects: [], path: [] }
  if (event.is === 'warning_failed') return warningFailed(state, event)
  if (!isOpenRequest(state) || (event.is === 'opened') !== (state.seq === 0)) return still
  if (event.is === 'opened') return opened(terms, state, event.at)
  if (event.is === 'clock') return timePassed(state, event.at)
  if (state.requests.includes(event.requestId) || refuseRequest(state, event)) return still
  const next = moved(terms, state, event)
  const line = pathOf(state, next, event)
  if (isOpenRequest(next)) return { state: next, effects: [], path: [line] }
  const closed = { ...next, closedAt: event.at, closedBy: event.by }
  return { state: closed, effects: [conclude(closed, event)], path: [line] }
}

/** The nearest warning: before the promise, then at it. */
export function nextRequestTimer({ promisedAt, warnAt, warned }: RequestProcessState): DueTimer | null {
  if (promisedAt === null || warned.overdue) return null
  return !warned.soon && warnAt !== null
    ? { dueAt: warnAt, summary: 'Обещанный срок заявки близко' }
    : { dueAt: promisedAt, summary: 'Обещанный срок заявки' }
}

/** The state after a command that nothing speaks against. */
function moved(terms: Terms, state: RequestProcessState, event: RequestCommand & Moved): RequestProcessState {
  const next: RequestProcessState = {
    ...state,
    seq: state.seq + 1,
    status: afterRequestMove(state.status, event.is) ?? state.status,
    movedAt: event.at,
    requests: remember(state.requests, event.requestId),
  }
  switch (event.is) {
    case 'take': {
      const taken = { ...next, assigneeId: event.by }
      return event.promisedAt === null ? taken : promised(terms, taken, event.promisedAt, event.at)
    }
    case 'pick': {
      const lines = pickLines(state.lines, event.lines)
      const stillShort = lines.some(line => compareQuantity(line.shortQuantity, '0') > 0)
      return {
        ...next,
        lines,
        status: stillShort ? 'short' : 'in_progress',
        expectedOn: stillShort ? state.expectedOn : null,
      }
    }
    case 'report_shortage':
      return { ...next, lines: shortenLines(state.lines, event.lines), expectedOn: event.expectedOn }
    case 'ship': {
      const lines = shipLines(state.lines, event.lines)
      const shipments = [...state.shipments, event.shipmentId]
      return { ...next, lines, shipments, status: allShipped(lines) ? 'done' : next.status }
    }
    case 'done':
      return next
    case 'refuse':
    case 'cancel':
      return { ...next, remark: event.reason }
  }
}

function opened(terms: Terms, state: RequestProcessState, at: number): Result {
  const line = pathEvent({
    kind: 'request_opened',
    title: 'Заявка передана',
    at,
    data: { lines: state.lines.length },
  })
  const first = { ...state, seq: 1 }
  return {
    state: state.promisedAt === null ? first : promised(terms, first, state.promisedAt, at),
    effects: [],
    path: [line],
  }
}

const promised = (
  terms: Terms,
  state: RequestProcessState,
  promisedAt: number,
  at: number,
): RequestProcessState => ({
  ...state,
  promisedAt,
  warnAt: warnBefore(terms, at, promisedAt),
  warned: { soon: false, overdue: false },
})

function timePassed(state: RequestProcessState, at: number): Result {
  const { promisedAt, warnAt, warned } = state
  const still: Result = { state, effects: [], path: [] }
  if (promisedAt === null || warned.overdue) return still
  const kind = at >= promisedAt ? 'overdue' : !warned.soon && warnAt !== null && at >= warnAt ? 'soon' : null
  if (!kind) return still
  const to = [state.assigneeId ?? state.seatId, ...(state.authorId ? [state.authorId] : [])]
  const title = kind === 'soon' ? 'Обещанный срок близко' : 'Обещанный срок прошёл'
  return {
    state: { ...state, seq: state.seq + 1, warned: { soon: true, overdue: kind === 'overdue' } },
    effects: [{ do: 'warn', kind, dueAt: promisedAt, to, key: `warn/${kind}/${promisedAt}` }],
    path: [pathEvent({ kind: `promise_${kind}`, title, at, waitedMs: at - state.startedAt })],
  }
}

const titles: Record<RequestCommand['is'], string> = {
  take: 'Заявка взята в работу',
  pick: 'Товар собран',
  report_shortage: 'Сообщено о недостаче',
  ship: 'Отгружена часть',
  done: 'Заявка закрыта',
  refuse: 'В заявке отказано',
  cancel: 'Заявка отменена',
}

const kinds: Record<RequestCommand['is'], string> = {
  take: 'request_taken',
  pick: 'request_picked',
  report_shortage: 'request_short',
  ship: 'request_shipped_part',
  done: 'request_done',
  refuse: 'request_refused',
  cancel: 'request_cancelled',
}

function pathOf(
  before: RequestProcessState,
  after: RequestProcessState,
  event: RequestCommand & Moved,
): PathEvent {
  const last = event.is === 'ship' && after.status === 'done'
  return pathEvent({
    kind: last ? 'request_done' : kinds[event.is],
    title: last ? 'Отгружено полностью' : titles[event.is],
    at: event.at,
    by: event.by,
    waitedMs: event.at - before.movedAt,
    data: {
      ...('lines' in event ? { lines: event.lines.length } : {}),
      ...('reason' in event ? { reason: event.reason } : {}),
      ...('expectedOn' in event ? { expectedOn: event.expectedOn } : {}),
      ...('shipmentId' in event ? { shipmentId: event.shipmentId } : {}),
    },
  })
}

const conclude = (state: RequestProcessState, event: RequestCommand & Moved): RequestEffect => ({
  do: 'conclude',
  outcome: state.status === 'refused' || state.status === 'cancelled' ? state.status : 'done',
  by: event.by,
  reason: state.remark,
  at: event.at,
  key: 'conclude',
})

const warningFailed = (
  state: RequestProcessState,
  { kind, reason, at }: Extract<RequestEvent, { is: 'warning_failed' }>,
): Result => ({
  state: { ...state, seq: state.seq + 1 },
  effects: [],
  path: [
    pathEvent({
      kind: 'notice_failed',
      title: 'Предупреждение о сроке не доставлено',
      at,
      data: { kind, reason },
    }),
  ],
})
