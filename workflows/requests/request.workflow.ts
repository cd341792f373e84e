import '../shared/drop-temporal-global.ts'
import { continueAsNew, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { RequestActivities } from '#activities/requests/request-activities.ts'
import { answerOf, type Command, type CommandAnswer } from '../shared/command.ts'
import { prepareProcess } from '../shared/run-process.ts'
import { type Terms, termsOf } from '../shared/terms.ts'
import { refuseRequest } from './refuse-request.ts'
import {
  cancelRequestUpdate,
  finishRequestUpdate,
  pickRequestUpdate,
  type RequestResult,
  type RequestStart,
  refuseRequestUpdate,
  reportShortageUpdate,
  requestStateQuery,
  shipRequestUpdate,
  takeRequestUpdate,
} from './request.messages.ts'
import { isOpenRequest, nextRequestTimer, stepRequest } from './request.process.ts'
import { readyToLeave } from './request-lines.ts'
import { requestKey, requestRecord } from './request-record.ts'
import {
  newRequest,
  type RequestCommand,
  type RequestEffect,
  type RequestEvent,
  type RequestProcessState,
} from './request-state.ts'

const soon = proxyLocalActivities<RequestActivities>({ startToCloseTimeout: '10 s' })
const notices = proxyActivities<RequestActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20 s',
  scheduleToCloseTimeout: '1 day',
})

/** Leads one request of a department to its end: taken, picked, short of something, shipped in parts, done. */
export async function request({ requestId, carried }: RequestStart): Promise<RequestResult> {
  let terms: Terms
  let dealId: string | null

  async function perform(effect: RequestEffect): Promise<undefined> {
    const key = requestKey(requestId, effect.key)
    if (effect.do === 'conclude') {
      const { outcome, by, reason, at } = effect
      await soon.concludeRequest({ requestId, dealId, outcome, by, reason, at, key })
    } else {
      const { kind, dueAt, to } = effect
      await notices.warnPromise({ requestId, kind, dueAt, to, key })
    }
  }

  const running = prepareProcess<RequestProcessState, RequestEvent, RequestEffect>({
    step: (state, event) => stepRequest(terms, state, event),
    isOpen: isOpenRequest,
    nextTimer: nextRequestTimer,
    clock: at => ({ is: 'clock', at }),
    record: change => soon.recordRequest(requestRecord(requestId, change)),
    perform,
    isAside: effect => effect.do === 'warn',
    failed: (effect, reason) =>
      effect.do === 'warn' ? { is: 'warning_failed', kind: effect.kind, reason, at: Date.now() } : undefined,
    continueAs: state => continueAsNew<typeof request>({ requestId, carried: state }),
  })

  /** Every command is judged and stepped alike; only what it says differs. */
  const take = <Input extends Command>(says: (input: Input) => RequestCommand) => ({
    event: (input: Input): RequestEvent => ({
      ...says(input),
      by: input.by,
      requestId: input.requestId,
      at: Date.now(),
    }),
    refuse: (state: RequestProcessState, input: Input) =>
      refuseRequest(state, { ...says(input), requestId: input.requestId }),
    answer: (state: RequestProcessState): CommandAnswer => answerOf(state),
  })

  running.onUpdate(
    takeRequestUpdate,
    take(({ promisedAt = null }) => ({ is: 'take', promisedAt })),
  )
  running.onUpdate(
    pickRequestUpdate,
    take(({ lines }) => ({ is: 'pick', lines })),
  )
  running.onUpdate(
    reportShortageUpdate,
    take(({ lines, expectedOn }) => ({ is: 'report_shortage', lines, expectedOn })),
  )
  running.onUpdate(
    shipRequestUpdate,
    take(({ lines, shipmentId }) => ({
      is: 'ship',
      lines: lines ?? readyToLeave(running.state()?.lines ?? []),
      shipmentId,
    })),
  )
  running.onUpdate(
    finishRequestUpdate,
    take(() => ({ is: 'done' })),
  )
  running.onUpdate(
    refuseRequestUpdate,
    take(({ reason }) => ({ is: 'refuse', reason })),
  )
  running.onUpdate(
    cancelRequestUpdate,
    take(({ reason }) => ({ is: 'cancel', reason })),
  )
  setHandler(requestStateQuery, running.state)

  const plan = await soon.openRequest({ requestId })
  terms = termsOf(plan.calendar)
  dealId = plan.dealId
  const known = carried ?? plan.state
  const end = await running.run(
    known ?? newRequest(plan),
    known ? undefined : { is: 'opened', at: plan.startedAt },
  )
  if (end.status !== 'done' && end.status !== 'refused' && end.status !== 'cancelled')
    throw new Error('unreachable: an open request does not end')
  return { status: end.status }
}
