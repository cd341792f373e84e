import '../shared/drop-temporal-global.ts'
import {
  ActivityFailure,
  ApplicationFailure,
  continueAsNew,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow'
import type { DealActivities, DealOpening } from '#activities/sales/deal-activities.ts'
import { answerTo } from '#domain/sales/deal-answers.ts'
import type { DealAnswer, DealEffect, DealInput, DealState, Terms } from '#domain/sales/deal-state.ts'
import { blankDeal, nextTimer, step } from '#domain/sales/deal-stepper.ts'
import { funnelActions } from '#domain/sales/funnel-actions.ts'
import { projectDeal } from '#domain/sales/project-deal.ts'
import { addWorkingMinutes } from '#domain/shared/working-time.ts'
import { prepareProcess } from '../shared/run-process.ts'
import {
  closeDealUpdate,
  type DealResult,
  type DealStart,
  dealHappenedSignal,
  dealStateQuery,
  dealWorkflowId,
  moveDealUpdate,
  repeatDeedUpdate,
} from './deal.messages.ts'
import { dealStepKey } from './deal-step-key.ts'
import { refuseClose, refuseMove, refuseRepeat } from './refuse-deal.ts'

const soon = proxyLocalActivities<DealActivities>({ startToCloseTimeout: '10 s' })
const deeds = proxyActivities<DealActivities>({ startToCloseTimeout: '1 minute', heartbeatTimeout: '20 s' })
const outside = proxyActivities<DealActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20 s',
  scheduleToCloseTimeout: '1 day',
})

/** Leads one deal along its funnel's published version, from the inquiry until it is won or lost. */
export async function deal({ dealId, generation = 1, carried }: DealStart): Promise<DealResult> {
  let opening: DealOpening
  let terms: Terms
  const keyOf = (businessStep: string) => `${dealWorkflowId(dealId, generation)}/${businessStep}`

  const running = prepareProcess<DealState, DealInput, DealEffect>({
    step: (state, input) => step(opening.funnel, terms, state, input),
    isOpen: ({ status }) => status === 'open',
    nextTimer: state => {
      const timer = nextTimer(state)
      return timer && { dueAt: timer.dueAt, summary: timer.rule ? `Правило ${timer.rule}` : 'Срок этапа' }
    },
    clock: now => ({ is: 'clock', now }),
    record: ({ state, path, event }) =>
      soon.recordDeal({
        ...projectDeal(state),
        dealId,
        path: [...path],
        key: keyOf(dealStepKey({ state, path, event })),
      }),
    perform: effect => perform(effect, { dealId, generation, effect, key: keyOf(effect.key) }),
    isAside,
    continueAs: state =>
      continueAsNew<typeof deal>({ dealId, generation, carried: { state, sha256: opening.sha256 } }),
  })

  running.onUpdate(moveDealUpdate, {
    event: command => ({ is: 'moved', ...command, at: Date.now() }),
    refuse: (state, command) => refuseMove(opening.funnel, state, command),
    answer: (state, command) => answerOf(state, command),
  })
  running.onUpdate(closeDealUpdate, {
    event: command => ({ is: 'closed', ...command, at: Date.now() }),
    refuse: (state, command) => refuseClose(opening.funnel, state, command),
    answer: (state, command) => answerOf(state, command),
  })
  running.onUpdate(repeatDeedUpdate, {
    event: command => ({ is: 'deed_repeated', ...command, at: Date.now() }),
    refuse: refuseRepeat,
    answer: (state, command) => answerOf(state, command),
  })
  running.onSignal(dealHappenedSignal, notice => ({ is: 'happened', ...notice, at: Date.now() }))
  setHandler(dealStateQuery, running.state)

  opening = await soon.openDeal({ dealId, generation })
  terms = { addWorkingMinutes: (from, minutes) => addWorkingMinutes(opening.calendar, from, minutes) }
  // a published version is immutable; another hash is a fault of ours that must not move the deal
  if (carried && carried.sha256 !== opening.sha256)
    throw new Error('The funnel version has changed under the deal')

  const { facts, startedAt, seq, stage = null, by = null } = opening
  const known = carried?.state ?? opening.state
  const end = known
    ? await running.run(known)
    : await running.run(blankDeal(opening.funnel, startedAt, generation, seq), {
        is: 'started',
        at: startedAt,
        facts,
        stage,
        by,
      })
  return { status: end.status }
}

/** A letter holds nothing up: whoever moved the deal does not wait for a mail server. */
const isAside = ({ action }: DealEffect): boolean => funnelActions[action].retry === 'outside'

/** Carries a deed out; what it changed comes back as news, and a failure for good as a line of the path. */
async function perform(
  effect: DealEffect,
  deed: Parameters<DealActivities['performDealAction']>[0],
): Promise<DealInput | undefined> {
  try {
    const { facts, happened } = await (isAside(effect) ? outside : deeds).performDealAction(deed)
    const actor = { type: 'rule' as const, id: effect.rule, name: null }
    const at = Date.now()
    if (happened) return { is: 'happened', ...happened, facts: facts ?? {}, messageId: deed.key, actor, at }
    return facts && { is: 'facts_changed', facts, actor, at, deed: effect.key }
  } catch (error) {
    if (isCancellation(error)) throw error
    return { is: 'deed_failed', effect, reason: reasonOf(error), at: Date.now() }
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error
  const words = cause instanceof ApplicationFailure ? (cause.type ?? cause.message) : 'NoAnswer'
  return words.slice(0, 200)
}

/** A repeated command is answered as it was the first time. */
const answerOf = (state: DealState, { requestId }: { requestId: string }): DealAnswer =>
  answerTo(state, requestId) ?? { requestId, status: state.status, stage: state.stage, seq: state.seq }
