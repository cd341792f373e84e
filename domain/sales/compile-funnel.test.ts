import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalFunnel, compileFunnel } from './compile-funnel.ts'
import type { FunnelDefinition, Rule, StageDefinition } from './funnel-definition.ts'
import { wholesale } from './funnels/wholesale.ts'

const words = (ru: string) => ({ ru, en: ru })
const stage = (key: string, to: string[], more: Partial<StageDefinition> = {}): StageDefinition => ({
  key,
  name: words(key),
  hue: 0,
  kind: 'work',
  normWorkingMinutes: 60,
  purpose: words('…'),
  to,
  ...more,
})
const closing = (kind: 'won' | 'lost') => stage(kind, [], { kind, normWorkingMinutes: null })
const funnel = (stages: StageDefinition[], rules: Rule[] = []): FunnelDefinition => ({
  key: 'f',
  name: words('Воронка'),
  start: stages[0]?.key ?? '',
  stages: [...stages, closing('won'), closing('lost')],
  rules,
})
const places = (definition: unknown) => {
  const result = compileFunnel(definition)
  return result.ok ? [] : result.problems.map(({ place }) => place)
}
const task = {
  action: 'create_task',
  kind: 'call',
  title: 'Позвонить',
  for: 'owner',
  inWorkingMinutes: 60,
} as const

describe('compiling a funnel', () => {
  it('takes the smallest one: a stage, a win, a loss', () => {
    expect(places(funnel([stage('a', ['won'])]))).toEqual([])
  })

  it('names a stage that cannot be reached', () => {
    expect(places(funnel([stage('a', ['won']), stage('b', ['won'])]))).toEqual(['stages[1]'])
  })

  it('names a dead end, even one that turns in a ring', () => {
    const dead = funnel([stage('a', ['b', 'won']), stage('b', ['c']), stage('c', ['b'])])
    expect(places(dead)).toEqual(['stages[1].to', 'stages[2].to'])
  })

  it('names unknown actions, events, facts, stages and remedies where they stand', () => {
    const wrong = {
      ...funnel([
        stage('a', ['b', 'nowhere']),
        stage('b', ['won'], {
          // @ts-expect-error a remedy that does not exist
          requires: [{ fact: 'linesCount', title: words('x'), remedy: 'pray' }],
          rules: [
            // @ts-expect-error an event that does not exist
            { key: 'r', on: { event: 'moon_rises' }, do: [task, { action: 'dance' }] },
            // @ts-expect-error a fact that does not exist
            { key: 'q', on: { event: 'task_done' }, if: { all: [{ fact: 'mood', eq: 'good' }] }, do: [task] },
          ],
        }),
      ]),
    }
    expect(places(wrong)).toEqual([
      'stages[1].requires[0].remedy',
      'stages[1].rules[0].on.event',
      'stages[1].rules[0].do[1].action',
      'stages[1].rules[1].if.all[0].fact',
    ])
    expect(places(funnel([stage('a', ['won', 'nowhere'])]))).toEqual(['stages[0].to[1]'])
  })

  it('names an argument or a constant of the wrong type', () => {
    const rules = [
      { key: 'a', on: { event: 'task_done', where: { colour: 'red' } }, do: [task] },
      { key: 'b', on: { event: 'task_done' }, if: { fact: 'linesCount', gt: '2' }, do: [task] },
      { key: 'c', on: { event: 'task_done' }, if: { fact: 'offerStatus', gt: 'sent' }, do: [task] },
      { key: 'd', on: { event: 'task_done' }, do: [{ ...task, inWorkingMinutes: 0.5 }] },
      { key: 'e', on: { event: 'task_done' }, do: [{ ...task, colour: 'red' }] },
      { key: 'g', on: { after: { workingMinutes: 0, of: 'stage' } }, do: [task] },
      { key: 'h', on: {}, do: [] },
    ]
    expect(places({ ...funnel([stage('a', ['won'])]), rules })).toEqual([
      'rules[0].on.where.colour',
      'rules[1].if.gt',
      'rules[2].if.gt',
      'rules[3].do[0].inWorkingMinutes',
      'rules[4].do[0].colour',
      'rules[5].on.after.workingMinutes',
      'rules[6].on',
      'rules[6].on.event',
      'rules[6].do',
    ])
  })

  it('refuses rules that set each other off with nothing to wait for', () => {
    const ring = funnel([
      stage('a', ['b', 'won'], {
        rules: [{ key: 'to_b', on: { event: 'stage_entered' }, do: [{ action: 'move', to: 'b' }] }],
      }),
      stage('b', ['a', 'won'], {
        rules: [{ key: 'to_a', on: { event: 'stage_entered' }, do: [{ action: 'move', to: 'a' }] }],
      }),
    ])
    expect(places(ring)).toEqual(['stages[0].rules[0]', 'stages[1].rules[0]'])
    const selfish: Rule = {
      key: 'again',
      on: { event: 'step_planned' },
      do: [{ action: 'plan_step', text: 'Ещё', inWorkingMinutes: 60 }],
    }
    expect(places(funnel([stage('a', ['won'])], [selfish]))).toEqual(['rules[0]'])
    expect(places(funnel([stage('a', ['won'])], [{ ...selfish, once: 'deal' }]))).toEqual([])
  })

  it('takes the same ring when a term stands in it', () => {
    const waits = funnel([
      stage('a', ['b', 'won'], {
        rules: [{ key: 'to_b', on: { event: 'stage_entered' }, do: [{ action: 'move', to: 'b' }] }],
      }),
      stage('b', ['a', 'won'], {
        rules: [
          {
            key: 'to_a',
            on: { after: { workingMinutes: 9, of: 'stage' } },
            do: [{ action: 'move', to: 'a' }],
          },
        ],
      }),
    ])
    expect(places(waits)).toEqual([])
  })

  it('lets a rule of a stage lead only where a person could go', () => {
    const rules: Rule[] = [{ key: 'jump', on: { event: 'task_done' }, do: [{ action: 'move', to: 'c' }] }]
    const jumping = funnel([stage('a', ['b'], { rules }), stage('b', ['c', 'won']), stage('c', ['won'])])
    expect(places(jumping)).toEqual(['stages[0].rules[0].do[0].to'])
  })

  it('wants one win and one loss, names of its own, and a first stage that demands nothing', () => {
    const demanding = stage('a', ['won'], { requires: [{ fact: 'linesCount', title: words('Позиции') }] })
    expect(places(funnel([demanding]))).toEqual(['stages[0].requires'])
    expect(places({ ...funnel([stage('a', ['won'])]), start: 'b' })).toEqual(['start'])
    expect(places(funnel([stage('a', ['won']), stage('a', ['won'])]))).toContain('stages[1].key')
    const onlyWon = {
      ...funnel([]),
      start: 'a',
      stages: [stage('a', ['b']), stage('b', ['won']), closing('won')],
    }
    expect(places(onlyWon)).toEqual(['stages'])
  })

  it('keeps to the caps: 40 stages, 200 rules', () => {
    const many = Array.from({ length: 41 }, (_, i) => stage(`s${i}`, [`s${i + 1}`, 'won']))
    expect(places(funnel(many))).toContain('stages')
    const rules = (of: string): Rule[] =>
      Array.from({ length: 90 }, (_, i) => ({ key: `${of}${i}`, on: { event: 'task_done' }, do: [task] }))
    const busy = funnel(
      [stage('a', ['b'], { rules: rules('a') }), stage('b', ['won'], { rules: rules('b') })],
      rules('c'),
    )
    expect(places(busy)).toEqual([''])
  })

  it('says every problem in both languages', () => {
    const result = compileFunnel({ stages: 7 })
    expect(!result.ok && result.problems.every(({ ru, en }) => /[а-я]/.test(ru) && /[a-z]/.test(en))).toBe(
      true,
    )
  })

  it('answers anything at all without throwing', () => {
    const strange = [
      { key: { toString: 1 } },
      { stages: [{ rules: [{ do: [{ action: { toString: 1 } }] }] }] },
    ]
    for (const value of strange) expect(compileFunnel(value).ok).toBe(false)
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(compileFunnel(value).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('survives a good funnel with any one part replaced by anything', () => {
    const spots = spotsOf(wholesale)
    fc.assert(
      fc.property(fc.nat(spots.length - 1), fc.jsonValue({ maxDepth: 3 }), (spot, value) => {
        const broken = JSON.parse(JSON.stringify(wholesale))
        replace(broken, spots[spot] ?? [], value)
        const result = compileFunnel(broken)
        if (result.ok) expect(compileFunnel(result.funnel)).toEqual(result)
        else expect(result.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives equal funnels one text, whatever the order of their fields', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([k, v]) => [k, shuffled(v)]),
            )
          : value
    const [a, b] = [compileFunnel(wholesale), compileFunnel(shuffled(wholesale))]
    expect(a.ok && b.ok && canonicalFunnel(a.funnel) === canonicalFunnel(b.funnel)).toBe(true)
    expect(a.ok && canonicalFunnel(a.funnel)).toContain('"key":"wholesale"')
  })
})

type Spot = (string | number)[]
function spotsOf(value: unknown, here: Spot = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [here]
  const inside = Object.entries(value).flatMap(([key, part]) => spotsOf(part, [...here, key]))
  return here.length === 0 ? inside : [here, ...inside]
}
function replace(root: Record<string, unknown>, spot: Spot, value: unknown): void {
  let at: Record<string, unknown> = root
  for (const key of spot.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[spot.at(-1) ?? ''] = value
}
