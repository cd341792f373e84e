import { compileFunnel } from './compile-funnel.ts'
import type { DealEventKey, EventData } from './deal-events.ts'
import type { DealFacts } from './deal-facts.ts'
import type { DealEffect, DealInput, DealState, Terms } from './deal-state.ts'
import { blankDeal, step } from './deal-stepper.ts'
import type { CompiledFunnel } from './funnel-definition.ts'
import type { PathEvent } from './path-event.ts'

/** A calendar without nights and holidays: a working minute is a minute. */
export const roundTheClock: Terms = { addWorkingMinutes: (from, minutes) => from + minutes * 60_000 }

/** A deal on its way through a funnel, told in the words of a test. Starts at the moment 0. */
export class TestDeal {
  readonly funnel: CompiledFunnel
  state: DealState
  now = 0
  readonly done: DealEffect[] = []
  readonly path: PathEvent[] = []

  constructor(funnel: CompiledFunnel, facts: DealFacts = {}) {
    this.funnel = funnel
    this.state = blankDeal(funnel, 0)
    this.take({ is: 'started', at: 0, facts })
  }

  take(input: DealInput): DealState {
    const { state, effects, path } = step(this.funnel, roundTheClock, this.state, input)
    this.state = state
    this.done.push(...effects)
    this.path.push(...path)
    return state
  }
  hear(event: DealEventKey, facts: DealFacts = {}, data: EventData = {}, messageId = `m${this.state.seq}`) {
    return this.take({ is: 'happened', event, data, facts, messageId, at: this.now })
  }
  move(to: string, facts: DealFacts = {}, requestId = `r${this.state.seq}`) {
    return this.take({ is: 'moved', to, by: 'vasily', requestId, facts, at: this.now })
  }
  close(how: 'won' | 'lost', reason: string | null = null, requestId = `r${this.state.seq}`) {
    return this.take({ is: 'closed', how, reason, by: 'vasily', requestId, at: this.now })
  }
  clock(now: number) {
    this.now = now
    return this.take({ is: 'clock', now })
  }
}

/** The funnel in its normal form, for tests that begin from a good one. */
export function compiled(definition: unknown): CompiledFunnel {
  const result = compileFunnel(definition)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.funnel
}
