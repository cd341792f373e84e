import { describe, expect, it } from 'vitest'
import { TestDeal } from './deal-for-tests.ts'
import type { Rule } from './funnel-definition.ts'
import { funnelWith, task } from './small-funnel-for-tests.ts'

const MINUTE = 60_000

describe('the rules of a funnel', () => {
  it('drops the terms of a stage that was left and counts anew when it is entered again', () => {
    const rule: Rule = { key: 'nudge', on: { after: { workingMinutes: 10, of: 'stage' } }, do: [task] }
    const deal = new TestDeal(funnelWith([rule]))
    deal.move('bill', { linesCount: 1 })
    deal.clock(50 * MINUTE)
    expect(deal.done).toEqual([])
    deal.move('talk')
    deal.clock(60 * MINUTE)
    expect(deal.done.map(({ key }) => key)).toEqual(['rule/nudge/1/0'])
  })

  it('counts a term from the last time an event happened', () => {
    const rule: Rule = { key: 'remind', on: { after: { workingMinutes: 10, of: 'offer_sent' } }, do: [task] }
    const deal = new TestDeal(funnelWith([rule]))
    expect(deal.state.timers.map(({ key }) => key)).toEqual(['norm'])
    deal.hear('offer_sent')
    deal.now = 5 * MINUTE
    deal.hear('offer_sent')
    expect(deal.state.timers[0]).toEqual({
      key: 'rule/remind',
      rule: 'remind',
      dueAt: 15 * MINUTE,
      from: 5 * MINUTE,
    })
    deal.clock(15 * MINUTE)
    deal.clock(40 * MINUTE)
    expect(deal.done).toHaveLength(1)
  })

  it('lets a rule speak once per deal or once per stay where it says so', () => {
    const rules: Rule[] = [
      { key: 'ever', on: { event: 'task_done' }, do: [task], once: 'deal' },
      { key: 'here', on: { event: 'task_done' }, do: [task], once: 'stage' },
      { key: 'each', on: { event: 'task_done' }, do: [task] },
    ]
    const deal = new TestDeal(funnelWith([], [], rules), { linesCount: 1 })
    deal.hear('task_done')
    deal.hear('task_done')
    deal.move('bill')
    deal.hear('task_done')
    expect(deal.done.map(({ rule }) => rule)).toEqual(['ever', 'here', 'each', 'each', 'here', 'each'])
    expect(new Set(deal.done.map(({ key }) => key)).size).toBe(6)
  })

  it('says aloud when a rule may not move the deal, and what it lacks', () => {
    const deal = new TestDeal(
      funnelWith([{ key: 'on', on: { event: 'offer_accepted' }, do: [{ action: 'move', to: 'bill' }] }]),
    )
    deal.hear('offer_accepted')
    expect(deal.state.stage).toBe('talk')
    expect(deal.path.at(-1)).toMatchObject({
      kind: 'rule_blocked',
      title: 'Правило не перевело сделку на этап «Счёт». Не хватает: Позиции',
      actor: { type: 'rule', id: 'on' },
    })
  })

  it('does not let the rules of a stage just left speak about the same event', () => {
    const deal = new TestDeal(
      funnelWith(
        [
          { key: 'first', on: { event: 'offer_accepted' }, do: [{ action: 'move', to: 'bill' }] },
          { key: 'second', on: { event: 'offer_accepted' }, do: [task] },
        ],
        [{ key: 'third', on: { event: 'offer_accepted' }, do: [task] }],
        [{ key: 'everywhere', on: { event: 'offer_accepted' }, do: [task] }],
      ),
      { linesCount: 1 },
    )
    deal.hear('offer_accepted')
    expect(deal.done.map(({ rule }) => rule)).toEqual(['everywhere'])
  })

  it('matches a rule by what the event carries', () => {
    const deal = new TestDeal(
      funnelWith(
        [],
        [],
        [{ key: 'r', on: { event: 'task_done', where: { kind: 'check_call' } }, do: [task] }],
      ),
    )
    deal.hear('task_done', {}, { kind: 'call' })
    deal.hear('task_done', {}, { kind: 'check_call' })
    expect(deal.done).toHaveLength(1)
  })

  it('hears of changed facts only when they have changed', () => {
    const deal = new TestDeal(funnelWith([{ key: 'r', on: { event: 'facts_changed' }, do: [task] }]))
    deal.take({ is: 'facts_changed', facts: { linesCount: 1 }, at: 1 })
    const before = deal.state
    expect(deal.take({ is: 'facts_changed', facts: { linesCount: 1 }, at: 2 })).toBe(before)
    expect(deal.done).toHaveLength(1)
  })
})
