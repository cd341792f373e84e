import { answered, answerTo } from './deal-answers.ts'
import { closeDeal, type Draft, draftOf, enterStage, finish, type Happening, note } from './deal-draft.ts'
import { type DealEventDefinition, dealEvents, isDealEvent, ownEvents } from './deal-events.ts'
import { type DealFacts, dealFactKeys, withFacts } from './deal-facts.ts'
import { fire, settle } from './deal-rules.ts'
import type { DealInput, DealState, DealStep, DealTimer, Terms } from './deal-state.ts'
import { timersOf } from './deal-timers.ts'
import { fail, repeat } from './failed-deeds.ts'
import { rulesOn, stageOf } from './find-in-funnel.ts'
import type { CompiledFunnel } from './funnel-definition.ts'
import { mayClose, mayMove } from './may-move.ts'
import { type PathActor, systemActor } from './path-event.ts'

const REMEMBERED_MESSAGES = 200

/** A deal that has not begun: what `started` is applied to. `seq` is what the projection already holds. */
export const blankDeal = (funnel: CompiledFunnel, startedAt: number, generation = 1, seq = 0): DealState => ({
  form: 1,
  generation,
  status: 'open',
  stage: funnel.start,
  stageSince: startedAt,
  stageDue: null,
  overdue: false,
  startedAt,
  seq,
  facts: {},
  timers: [],
  waits: [],
  missing: [],
  seen: {},
  fired: {},
  spent: {},
  terms: {},
  stays: 0,
  answers: [],
  messages: [],
  failed: [],
  reason: null,
})

/**
 * Where a deal stands and what happened → where it stands now and what must be done. Total and deterministic:
 * never throws; what it may not take (a closed deal, a repeated request, a refused move) changes nothing and
 * answers the very same state.
 */
export function step(funnel: CompiledFunnel, terms: Terms, state: DealState, input: DealInput): DealStep {
  const still: DealStep = { state, effects: [], path: [] }
  if (input.is === 'started') return state.stays > 0 ? still : begin(funnel, terms, state, input)
  if (input.is === 'deed_failed') return fail(funnel, terms, state, input)
  if (state.status !== 'open' || state.stays === 0) return still
  switch (input.is) {
    case 'clock':
      return state.timers.some(({ dueAt }) => dueAt <= input.now)
        ? ring(funnel, terms, state, input.now)
        : still
    case 'happened':
      return isNews(state, input) ? hear(funnel, terms, state, input) : still
    case 'facts_changed':
      return changes(state.facts, input.facts) ? learn(funnel, terms, state, input) : still
    case 'deed_repeated':
      return repeat(funnel, terms, state, input) ?? still
    default:
      return obey(funnel, terms, state, input) ?? still
  }
}

/** The nearest term, or null when only messages can move the deal. */
export const nextTimer = (state: DealState): DealTimer | null => state.timers[0] ?? null

type Input<K extends DealInput['is']> = Extract<DealInput, { is: K }>

function begin(funnel: CompiledFunnel, terms: Terms, state: DealState, input: Input<'started'>): DealStep {
  const draft = draftOf(funnel, terms, state, input.at)
  const actor: PathActor = input.by ? { type: 'user', id: input.by, name: null } : systemActor
  const stage =
    stageOf(funnel, input.stage ?? '')?.kind === 'work' && input.stage ? input.stage : funnel.start
  draft.state = { ...state, startedAt: input.at, facts: withFacts({}, input.facts) }
  happen(draft, { event: state.generation > 1 ? 'deal_reopened' : 'deal_started', data: {}, actor })
  enterStage(draft, stage, actor, true)
  settle(draft)
  return finish(draft)
}

/** A person's move or closing; undefined where it is a repeat or may not be. */
function obey(
  funnel: CompiledFunnel,
  terms: Terms,
  state: DealState,
  input: Input<'moved'> | Input<'closed'>,
): DealStep | undefined {
  if (answerTo(state, input.requestId)) return undefined
  const facts = withFacts(state.facts, input.facts)
  const answer =
    input.is === 'moved' ? mayMove(funnel, state, facts, input.to) : mayClose(funnel, state, facts, input.how)
  if (!answer.ok) return undefined
  const draft = draftOf(funnel, terms, state, input.at)
  draft.state.facts = facts
  const actor: PathActor = { type: 'user', id: input.by, name: null }
  if (input.is === 'moved') enterStage(draft, input.to, actor)
  else closeDeal(draft, input.how, input.reason, actor)
  settle(draft)
  return finish(answered(draft, input.requestId))
}

function hear(funnel: CompiledFunnel, terms: Terms, state: DealState, input: Input<'happened'>): DealStep {
  const draft = draftOf(funnel, terms, state, input.at)
  draft.state.facts = withFacts(state.facts, input.facts)
  draft.state.messages = [...state.messages, input.messageId].slice(-REMEMBERED_MESSAGES)
  happen(draft, { event: input.event, data: input.data, actor: input.actor ?? systemActor })
  settle(draft)
  return finish(draft)
}

function learn(
  funnel: CompiledFunnel,
  terms: Terms,
  state: DealState,
  input: Input<'facts_changed'>,
): DealStep {
  const draft = draftOf(funnel, terms, state, input.at)
  draft.state.facts = withFacts(state.facts, input.facts)
  happen(draft, { event: 'facts_changed', data: {}, actor: input.actor ?? systemActor })
  settle(draft)
  return finish(draft)
}

/** Every term that has run out, the earliest first; a term is used up even where its rule's condition fails. */
function ring(funnel: CompiledFunnel, terms: Terms, state: DealState, now: number): DealStep {
  const draft = draftOf(funnel, terms, state, now)
  for (let turn = 0; turn < 300; turn++) {
    const due = timersOf(funnel, terms, draft.state).find(({ dueAt }) => dueAt <= now)
    if (!due) break
    if (due.rule === null) overdue(draft, due)
    else {
      const rule = rulesOn(funnel, draft.state.stage).find(({ key }) => key === due.rule)
      draft.state = { ...draft.state, terms: { ...draft.state.terms, [due.rule]: due.from } }
      if (rule) fire(draft, rule)
    }
    settle(draft)
  }
  return finish(draft)
}

function overdue(draft: Draft, { from }: DealTimer): void {
  draft.state = { ...draft.state, overdue: true }
  const { stage } = draft.state
  note(draft, {
    kind: 'stage_overdue',
    title: `Истёк срок этапа «${stageOf(draft.funnel, stage)?.name.ru ?? stage}»`,
    actor: systemActor,
    data: { stage },
    waitedMs: draft.at - from,
  })
  draft.pending.push({ event: 'stage_overdue', data: { stage }, actor: systemActor })
}

/** Something happened: it leaves its line and the rules will hear of it. */
function happen(draft: Draft, happening: Happening): void {
  const { words, quiet }: DealEventDefinition = dealEvents[happening.event]
  const { number } = happening.data
  const title = typeof number === 'string' && number ? `${words.ru} № ${number}` : words.ru
  if (!quiet) note(draft, { kind: happening.event, title, actor: happening.actor, data: happening.data })
  draft.pending.push(happening)
}

const isNews = (state: DealState, { messageId, event }: Input<'happened'>): boolean =>
  isDealEvent(event) && !ownEvents.includes(event) && !state.messages.includes(messageId)

function changes(known: DealFacts, news: DealFacts): boolean {
  const after = withFacts(known, news)
  return dealFactKeys.some(key => after[key] !== known[key])
}
