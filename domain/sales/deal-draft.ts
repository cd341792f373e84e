import { holds } from './condition.ts'
import type { DealEventKey, EventData } from './deal-events.ts'
import type { DealEffect, DealState, DealStep, DealWait, Terms } from './deal-state.ts'
import { stageDueOf, timersOf } from './deal-timers.ts'
import { closingStage, stageOf } from './find-in-funnel.ts'
import type { CompiledFunnel } from './funnel-definition.ts'
import { missingFor } from './may-move.ts'
import type { PathActor, PathEvent } from './path-event.ts'

/** One step in the making: the new state and what it leaves behind. Lives only inside `step`. */
export interface Draft {
  readonly funnel: CompiledFunnel
  readonly terms: Terms
  readonly at: number
  readonly before: DealState
  state: DealState
  effects: DealEffect[]
  path: PathEvent[]
  /** What has just happened and the rules have not yet heard of. */
  pending: Happening[]
  /** Stages stood on in this step; a rule may not lead back to one, or it would turn for ever. */
  visited: Set<string>
}
export interface Happening {
  event: DealEventKey
  data: EventData
  actor: PathActor
}

export const draftOf = (funnel: CompiledFunnel, terms: Terms, state: DealState, at: number): Draft => ({
  funnel,
  terms,
  at,
  before: state,
  state: { ...state },
  effects: [],
  path: [],
  pending: [],
  visited: new Set([state.stage]),
})

/** Adds a line to the path, as of now and of the stage the deal stands on. */
export function note(
  draft: Draft,
  line: Pick<PathEvent, 'kind' | 'title' | 'actor'> & Partial<Pick<PathEvent, 'data' | 'waitedMs'>>,
): void {
  draft.path.push({ data: {}, waitedMs: null, ...line, at: draft.at, stage: draft.state.stage })
}

/** Puts the deal on a stage; a closing stage closes it. The rules hear of it later, in order. */
export function enterStage(draft: Draft, to: string, actor: PathActor, first = false): void {
  const { funnel, terms, at, state } = draft
  const stage = stageOf(funnel, to)
  if (!stage) return
  const from = first ? null : state.stage
  draft.state = {
    ...state,
    stage: to,
    stageSince: at,
    stageDue: stageDueOf(funnel, terms, to, at),
    overdue: false,
    stays: state.stays + 1,
    status: stage.kind === 'work' ? 'open' : stage.kind,
  }
  draft.visited.add(to)
  note(draft, {
    kind: 'stage_entered',
    title: `Этап «${stage.name.ru}»`,
    actor,
    data: { stage: to, from },
    waitedMs: first ? null : at - state.stageSince,
  })
  draft.pending.push({ event: 'stage_entered', data: { stage: to, from }, actor })
  if (stage.kind !== 'work') closed(draft, stage.kind, actor)
}

/** Closes the deal on the funnel's own closing stage. */
export function closeDeal(draft: Draft, how: 'won' | 'lost', reason: string | null, actor: PathActor): void {
  const stage = closingStage(draft.funnel, how)
  if (!stage) return
  draft.state = { ...draft.state, reason }
  enterStage(draft, stage.key, actor)
}

function closed(draft: Draft, how: 'won' | 'lost', actor: PathActor): void {
  const { reason } = draft.state
  const event = how === 'won' ? 'deal_won' : 'deal_lost'
  const data = reason === null ? {} : { reason }
  note(draft, {
    kind: event,
    title: how === 'won' ? 'Сделка выиграна' : 'Сделка проиграна',
    actor,
    data,
    waitedMs: draft.at - draft.state.startedAt,
  })
  draft.pending.push({ event, data, actor })
}

/** The finished step: everything that follows from the state is drawn from it once, here. */
export function finish(draft: Draft): DealStep {
  const { funnel, terms, before } = draft
  const state: DealState = { ...draft.state, seq: before.seq + 1 }
  state.timers = timersOf(funnel, terms, state)
  state.waits = waitsOf(draft, state)
  const next = stageOf(funnel, stageOf(funnel, state.stage)?.to[0] ?? '')
  state.missing = state.status === 'open' && next ? missingFor(next, state.facts) : []
  return { state, effects: draft.effects, path: withWaiting(draft, state) }
}

function waitsOf({ funnel, terms, before, at }: Draft, state: DealState): DealWait[] {
  if (state.status !== 'open') return []
  const held = before.stays === state.stays ? before.waits : []
  return (stageOf(funnel, state.stage)?.waits ?? [])
    .filter(wait => holds(wait.if, state.facts))
    .map(({ key, who, what, workingMinutes }) => {
      const since = held.find(wait => wait.key === key)?.since ?? at
      const due = workingMinutes === null ? state.stageDue : terms.addWorkingMinutes(since, workingMinutes)
      return { key, what: what.ru, who, since, due }
    })
}

/** The line that ended a wait says how long it had lasted. */
function withWaiting({ before, path, at }: Draft, state: DealState): PathEvent[] {
  const [first, ...others] = path
  if (!first || first.waitedMs !== null) return path
  const same = before.stays === state.stays
  const ended = before.waits.filter(wait => !same || !state.waits.some(({ key }) => key === wait.key))
  if (ended.length === 0) return path
  return [{ ...first, waitedMs: at - Math.min(...ended.map(wait => wait.since)) }, ...others]
}
