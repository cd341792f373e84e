import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dealEventKeys } from './deal-events.ts'
import { compiled, TestDeal } from './deal-for-tests.ts'
import type { DealInput, DealState } from './deal-state.ts'
import type { CompiledFunnel } from './funnel-definition.ts'
import { wholesale } from './funnels/wholesale.ts'
import { mayMove } from './may-move.ts'
import { someFacts, someFunnel } from './random-funnels-for-tests.ts'

const MINUTE = 60_000
/** What happens next; times are steps onward, so that they never run backwards. */
const someInput = fc.record({
  wait: fc.integer({ min: 0, max: 50 }),
  what: fc.oneof(
    fc.record({
      is: fc.constant('moved' as const),
      to: fc.constantFrom('s0', 's1', 's2', 's3', 'won', 'lost', 'x'),
    }),
    fc.record({ is: fc.constant('closed' as const), how: fc.constantFrom('won' as const, 'lost' as const) }),
    fc.record({ is: fc.constant('happened' as const), event: fc.constantFrom(...dealEventKeys) }),
    fc.record({ is: fc.constant('happened' as const), event: fc.constant('task_done' as const) }),
    fc.record({ is: fc.constant('facts_changed' as const) }),
    fc.record({ is: fc.constant('clock' as const) }),
    fc.record({ is: fc.constant('clock' as const) }),
  ),
  facts: someFacts,
  id: fc.integer({ min: 0, max: 12 }),
})
type Drawn = typeof someInput extends fc.Arbitrary<infer T> ? T : never

const inputOf = ({ what, facts, id }: Drawn, at: number): DealInput => {
  switch (what.is) {
    case 'moved':
      return { is: 'moved', to: what.to, by: 'u', requestId: `r${id}`, facts, at }
    case 'closed':
      return { is: 'closed', how: what.how, reason: null, by: 'u', requestId: `r${id}`, facts, at }
    case 'happened':
      return { is: 'happened', event: what.event, data: {}, facts, messageId: `m${id}`, at }
    case 'facts_changed':
      return { is: 'facts_changed', facts, at }
    default:
      return { is: 'clock', now: at }
  }
}

function live(
  funnel: CompiledFunnel,
  inputs: Drawn[],
  each: (before: DealState, deal: TestDeal, input: DealInput) => void,
) {
  const deal = new TestDeal(funnel)
  for (const drawn of inputs) {
    deal.now += drawn.wait * MINUTE
    const before = deal.state
    const input = inputOf(drawn, deal.now)
    deal.take(input)
    each(before, deal, input)
  }
  return deal
}

const lives = (
  check: (funnel: CompiledFunnel, inputs: Drawn[]) => void,
  funnels = someFunnel,
  numRuns = 1500,
) => fc.assert(fc.property(funnels, fc.array(someInput, { maxLength: 30 }), check), { numRuns })
const realFunnel = fc.constant(compiled(wholesale))

it('counts every change once and leaves no trace of what changes nothing', () => {
  lives((funnel, inputs) => {
    let effects = 0
    let lines = 2
    live(funnel, inputs, (before, deal) => {
      if (deal.state === before) expect([deal.done.length, deal.path.length]).toEqual([effects, lines])
      else expect(deal.state.seq).toBe(before.seq + 1)
      effects = deal.done.length
      lines = deal.path.length
    })
  }, someFunnel.map(withoutRules))
})

it('is total on any funnel, stands on a stage that exists, and its status is the kind of that stage', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (before, { state }) => {
        expect(state === before || state.seq === before.seq + 1).toBe(true)
        const stage = funnel.stages.find(({ key }) => key === state.stage)
        expect(stage?.kind === 'work' ? 'open' : stage?.kind).toBe(state.status)
      }),
  )
})

it('takes nothing more once it is closed, and nothing runs in it', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (before, { state }) => {
        if (before.status !== 'open') expect(state).toBe(before)
        if (state.status !== 'open') expect([state.timers, state.waits, state.missing]).toEqual([[], [], []])
      }),
  )
})

it('gives every deed a key of its own, and a rule that speaks once speaks once', () => {
  lives((funnel, inputs) => {
    const deal = live(funnel, inputs, () => {})
    expect(new Set(deal.done.map(({ key }) => key)).size).toBe(deal.done.length)
    const rules = [...funnel.rules, ...funnel.stages.flatMap(stage => stage.rules)]
    for (const { key, once } of rules) if (once === 'deal') expect(deal.state.fired[key] ?? 0).toBeLessThan(2)
  })
})

it('keeps its terms in order, and leaves none behind that has run out', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (_, { state, now }, input) => {
        const dues = state.timers.map(({ dueAt }) => dueAt)
        expect(dues).toEqual([...dues].sort((a, b) => a - b))
        if (input.is === 'clock') expect(dues.filter(due => due <= now)).toEqual([])
      }),
  )
})

it('comes to the same end when it is told again, from a state that travelled as JSON', () => {
  lives((funnel, inputs) => {
    const first = live(funnel, inputs, () => {})
    const again = live(JSON.parse(JSON.stringify(funnel)), inputs, (_, deal) => {
      deal.state = JSON.parse(JSON.stringify(deal.state))
    })
    expect([again.state, again.done, again.path]).toEqual([first.state, first.done, first.path])
  })
})

it('changes nothing when the command or the message before is repeated', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (_, deal, input) => {
        if (input.is === 'clock') return
        const after = deal.state
        expect(deal.take(input)).toBe(after)
      }),
  )
})

it('moves for a person exactly when mayMove says so', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (before, { state }, input) => {
        if (input.is !== 'moved' || before.answers.some(({ requestId }) => requestId === input.requestId))
          return
        const facts = new TestDeal(funnel, { ...before.facts, ...input.facts }).state.facts
        expect(state !== before).toBe(mayMove(funnel, before, facts, input.to).ok)
      }),
  )
})

it('holds all of this on the funnel the product comes with', () => {
  lives(
    (funnel, inputs) =>
      void live(funnel, inputs, (before, { state }) => {
        expect(state === before || state.seq === before.seq + 1).toBe(true)
        expect(state.messages.length).toBeLessThanOrEqual(200)
      }),
    realFunnel,
    500,
  )
})

const withoutRules = (funnel: CompiledFunnel): CompiledFunnel => ({
  ...funnel,
  rules: [],
  stages: funnel.stages.map(stage => ({ ...stage, rules: [] })),
})
