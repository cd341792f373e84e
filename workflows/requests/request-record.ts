import type { RequestRecord } from '#activities/requests/request-activities.ts'
import type { DealEventKey } from '#domain/sales/deal-events.ts'
import type { Change } from '../shared/run-process.ts'
import { requestWorkflowId } from './request.messages.ts'
import type { RequestEffect, RequestEvent, RequestProcessState } from './request-state.ts'

/** One move as the projection, the path and the deal are told of it. Pure: the founding tells its past by it too. */
export function requestRecord(
  requestId: string,
  { state, event, effects, path }: Change<RequestProcessState, RequestEvent, RequestEffect>,
): RequestRecord {
  return {
    requestId,
    seq: state.seq,
    status: state.status,
    assigneeId: state.assigneeId,
    lines: state.lines,
    promisedAt: state.promisedAt,
    remark: state.remark,
    expectedOn: state.expectedOn,
    closedAt: state.closedAt,
    shipment:
      event.is === 'ship'
        ? { shipmentId: event.shipmentId, lines: event.lines, by: event.by, at: event.at }
        : null,
    notice: noticeOf(requestId, state, event),
    path: [...path],
    key: requestKey(requestId, businessStep(event, effects)),
  }
}

/** The repeat key of a deed: workflow id and business step. */
export const requestKey = (requestId: string, step: string): string =>
  `${requestWorkflowId(requestId)}/${step}`

/** The moves between start and end that a deal's rules may care for; the end is told by `concludeRequest`. */
function noticeOf(
  requestId: string,
  state: RequestProcessState,
  event: RequestEvent,
): RequestRecord['notice'] {
  const tell = (key: DealEventKey) => ({ event: key, data: { requestId } })
  if (event.is === 'take') return tell('request_taken')
  if (event.is === 'report_shortage') return tell('request_short')
  return event.is === 'ship' && state.status !== 'done'
    ? { event: 'request_shipped_part', data: { requestId, shipmentId: event.shipmentId } }
    : null
}

function businessStep(event: RequestEvent, effects: readonly RequestEffect[]): string {
  switch (event.is) {
    case 'opened':
      return 'opened'
    case 'clock':
      return `time/${effects.map(effect => effect.key).join('+')}`
    case 'warning_failed':
      return `warning-failed/${event.kind}/${event.at}`
    default:
      return `${event.is}/${event.requestId}`
  }
}
