import fc from 'fast-check'
import type { Condition } from './condition.ts'
import { dealEventKeys } from './deal-events.ts'
import type { DealFacts } from './deal-facts.ts'
import type { Action, CompiledFunnel, CompiledRule } from './funnel-definition.ts'

const words = { ru: 'Слова', en: 'Words' }

/**
 * Funnels in normal form, most of which the compiler would refuse (rings, dead ends, rules that lead anywhere):
 * the stepper must stay total even so.
 */
export const someFunnel = fc
  .integer({ min: 1, max: 5 })
  .chain(count => {
    const work = Array.from({ length: count }, (_, i) => `s${i}`)
    const anyStage = fc.constantFrom(...work, 'won', 'lost', 'nowhere')
    return fc.record({
      stages: fc.tuple(...work.map(key => someStage(key, anyStage))),
      rules: fc.array(someRule(anyStage), { maxLength: 4 }),
    })
  })
  .map(({ stages, rules }): CompiledFunnel => {
    const bare = {
      name: words,
      hue: 0,
      normWorkingMinutes: null,
      purpose: words,
      requires: [],
      to: [],
      waits: [],
    }
    const all = [
      ...stages,
      { ...bare, key: 'won', kind: 'won' as const, rules: [] },
      { ...bare, key: 'lost', kind: 'lost' as const, rules: [] },
    ]
    let number = 0
    const named = (rule: CompiledRule) => ({ ...rule, key: `r${number++}` })
    return {
      language: 1,
      key: 'random',
      name: words,
      start: 's0',
      stages: all.map(stage => ({ ...stage, rules: stage.rules.map(named) })),
      rules: rules.map(named),
    }
  })

export const someFacts: fc.Arbitrary<DealFacts> = fc.record(
  {
    linesCount: fc.constantFrom(0, 1, 2, null),
    firstAnswered: fc.boolean(),
    fullyPaid: fc.boolean(),
    offerStatus: fc.constantFrom('draft', 'sent', 'accepted', null),
    amountKopecks: fc.constantFrom('0', '100', '9007199254740993'),
  },
  { requiredKeys: [] },
)
const someComparison: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { fact: 'linesCount', gt: 0 },
  { fact: 'firstAnswered', eq: true },
  { fact: 'offerStatus', in: ['sent', 'accepted'] },
  { fact: 'amountKopecks', gte: '100' },
  { fact: 'fullyPaid', ne: true },
  { fact: 'offerStatus', known: true },
)
const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ all: [] }),
  someComparison,
  someComparison.map(part => ({ not: part })),
  fc.array(someComparison, { maxLength: 3 }).map(any => ({ any })),
)

const someAction = (stage: fc.Arbitrary<string>): fc.Arbitrary<Action> =>
  fc.oneof(
    stage.map((to): Action => ({ action: 'move', to })),
    fc.constantFrom<Action>(
      { action: 'win' },
      { action: 'lose', reason: 'не судьба' },
      { action: 'create_invoice' },
      { action: 'warn_head', text: 'Скоро' },
    ),
  )
const someRule = (stage: fc.Arbitrary<string>): fc.Arbitrary<CompiledRule> =>
  fc.record({
    key: fc.constant(''),
    title: fc.constantFrom(null, words),
    on: fc.oneof(
      fc.constantFrom(...dealEventKeys).map(event => ({ event })),
      fc.constantFrom('stage_entered' as const, 'task_done' as const).map(event => ({ event })),
      fc.record({
        after: fc.record({
          workingMinutes: fc.integer({ min: 1, max: 40 }),
          of: fc.constantFrom('stage', 'deal', 'task_done', 'stage_entered'),
        }),
      }),
    ),
    if: someCondition,
    do: fc.array(someAction(stage), { minLength: 1, maxLength: 3 }),
    once: fc.constantFrom(null, 'stage', 'deal'),
  })
const someStage = (key: string, stage: fc.Arbitrary<string>) =>
  fc.record({
    key: fc.constant(key),
    name: fc.constant(words),
    hue: fc.constant(0),
    kind: fc.constant('work' as const),
    normWorkingMinutes: fc.constantFrom(null, 10, 100),
    purpose: fc.constant(words),
    requires: fc.array(
      fc.record({
        fact: fc.constant('linesCount' as const),
        if: someCondition,
        title: fc.constant(words),
        remedy: fc.constant(null),
      }),
      { maxLength: 1 },
    ),
    to: fc.uniqueArray(stage, { maxLength: 4 }),
    waits: fc.array(
      fc.record({
        key: fc.constantFrom('w1', 'w2'),
        who: fc.constantFrom('owner' as const, 'client' as const),
        what: fc.constant(words),
        if: someCondition,
        workingMinutes: fc.constantFrom(null, 15),
      }),
      { maxLength: 2 },
    ),
    rules: fc.array(someRule(stage), { maxLength: 4 }),
  })
