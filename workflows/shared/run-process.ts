import './drop-temporal-global.ts'
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common'
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { PathEvent } from './path-event.ts'
import type { Refusal } from './refusal.ts'

/** What a pure stepper answers. `path` is what the move adds to the process's path. */
export interface Outcome<State, Effect> {
  state: State
  effects: readonly Effect[]
  path: readonly PathEvent[]
}

/** One applied move, as the projection is told of it. */
export interface Change<State, Event, Effect> extends Outcome<State, Effect> {
  event: Event
}

/** The nearest deadline: epoch ms and the words an operator sees at the timer (no personal data). */
export interface DueTimer {
  dueAt: number
  summary: string
}

/** A process as its parts: the pure ones think, the others do. */
export interface ProcessParts<State extends { seq: number }, Event, Effect> {
  /** Pure and total. A move that changes something raises `seq` by one; the same state means nothing happened. */
  step(state: State, event: Event): Outcome<State, Effect>
  isOpen(state: State): boolean
  /** The next deadline, or null when only messages can move the process. Must move on once its event is stepped. */
  nextTimer(state: State): DueTimer | null
  /** The event of time having come; `now` in epoch ms, never before the deadline. */
  clock(now: number): Event
  /** Writes projection and path in one transaction: one local activity, called in the order of `seq`. */
  record(change: Change<State, Event, Effect>): Promise<void>
  /**
   * Runs one effect: one activity, awaited directly. An event it answers is stepped as a move of its own.
   * Effects of one move run in order after its record, before the next move's record.
   */
  perform(effect: Effect, state: State): Promise<Event | undefined>
  /**
   * True for an effect that nobody waits for (mail, PDF): it runs beside the others and holds nothing up. Must be an
   * ordinary activity: a local one in work would hold the whole workflow task, and be run again.
   */
  isAside?(effect: Effect): boolean
  /** What an effect that failed for good says to the process; by default it is logged as an error. */
  failed?(effect: Effect, reason: string): Event | undefined
  /** `continueAsNew` with the state; called when the history is long and nothing is in flight. */
  continueAs(state: State): Promise<never>
  /** History length at which a new run is begun; 1,000 unless said. */
  continueAfterEvents?: number
}

export interface RunningProcess<State, Event> {
  /**
   * Sets the handler of a person's command. The validator throws what `refuse` answers; a message that comes before
   * the state is loaded is let in and judged by the handler. The state moves before the first await; the answer
   * comes once the move is recorded.
   */
  onUpdate<Input, Answer>(
    update: UpdateDefinition<Answer, [Input]>,
    on: OnUpdate<State, Event, Input, Answer>,
  ): void
  /** Sets the handler of a notice: nothing is judged, the stepper takes what it can. */
  onSignal<Input>(signal: SignalDefinition<[Input]>, event: (input: Input) => Event): void
  /** The state now, or null while it is being loaded. For queries. */
  state(): State | null
  /** The main loop: ends when the process is closed and everything in flight is done. */
  run(state: State, first?: Event): Promise<State>
}

export interface OnUpdate<State, Event, Input, Answer> {
  event(input: Input): Event
  /** Why not now; null when it may go on. Must let a repeat of a taken command through. */
  refuse(state: State, input: Input): Refusal | null
  answer(state: State, input: Input): Answer
}

/**
 * Prepares a process: set the handlers first, load the state next, then `run`. Messages that come in between wait.
 * Moves are applied at once and in order of arrival; records and effects take turns, so that of two handlers at
 * once the projection sees seq 7 before seq 8.
 */
export function prepareProcess<State extends { seq: number }, Event, Effect>(
  parts: ProcessParts<State, Event, Effect>,
): RunningProcess<State, Event> {
  let state: State | null = null
  let nextTicket = 0
  let serving = 0
  let beside = 0

  async function apply(current: State, event: Event): Promise<State> {
    const outcome = parts.step(current, event)
    state = outcome.state
    const ticket = nextTicket++
    if (serving !== ticket) await condition(() => serving === ticket)
    try {
      if (outcome.state.seq !== current.seq || outcome.path.length > 0)
        await parts.record({ ...outcome, event })
      for (const effect of outcome.effects)
        if (parts.isAside?.(effect)) void performBeside(effect, outcome.state)
        else followUp(await parts.perform(effect, outcome.state))
    } finally {
      serving++
    }
    return outcome.state
  }

  async function performBeside(effect: Effect, seen: State): Promise<void> {
    beside++
    try {
      followUp(await parts.perform(effect, seen))
    } catch (error) {
      const reason =
        error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : ''
      log.error('effect failed for good', { reason })
      followUp(parts.failed?.(effect, reason))
    } finally {
      beside--
    }
  }

  /** An effect's answer is a move of its own, behind those already waiting for their turn. */
  function followUp(event: Event | undefined): void {
    if (event === undefined) return
    beside++
    void apply(present(), event).finally(() => beside--)
  }

  /** The state right now. Read it where it is used: across an await it may have moved. */
  const present = (): State => {
    if (state === null) throw new Error('unreachable: messages wait until the state is loaded')
    return state
  }
  const isLoaded = (): boolean => state !== null

  const judge = (refused: Refusal | null): void => {
    if (refused) throw ApplicationFailure.nonRetryable(refused.code, refused.code, refused.params)
  }

  const quiet = (): boolean => serving === nextTicket && beside === 0
  const isLong = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo()
    return continueAsNewSuggested || historyLength >= (parts.continueAfterEvents ?? 1_000)
  }
  const mayContinue = (): boolean => isLong() && quiet() && allHandlersFinished()

  return {
    state: () => state,
    onUpdate: (update, { event, refuse, answer }) =>
      setHandler(
        update,
        async input => {
          if (!isLoaded()) await condition(isLoaded)
          judge(refuse(present(), input))
          return answer(await apply(present(), event(input)), input)
        },
        {
          validator: input => {
            if (state !== null) judge(refuse(state, input))
          },
        },
      ),
    onSignal: (signal, event) =>
      setHandler(signal, async input => {
        if (!isLoaded()) await condition(isLoaded)
        await apply(present(), event(input))
      }),
    run: async (loadedState, first) => {
      state = loadedState
      if (first !== undefined) await apply(loadedState, first)
      for (;;) {
        const now = present()
        if (!parts.isOpen(now)) break
        if (mayContinue()) return parts.continueAs(now)
        const timer = parts.nextTimer(now)
        const moved = (): boolean =>
          !parts.isOpen(present()) || parts.nextTimer(present())?.dueAt !== timer?.dueAt || mayContinue()
        if (!timer) await condition(moved)
        else if (!(await condition(moved, Math.max(1, timer.dueAt - Date.now()), { summary: timer.summary })))
          await apply(present(), parts.clock(Math.max(Date.now(), timer.dueAt)))
      }
      await condition(() => quiet() && allHandlersFinished())
      return present()
    },
  }
}
