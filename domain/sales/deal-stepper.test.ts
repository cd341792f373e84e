import { describe, expect, it } from 'vitest'
import { answerTo } from './deal-answers.ts'
import { compiled, roundTheClock, TestDeal } from './deal-for-tests.ts'
import { blankDeal, step } from './deal-stepper.ts'
import type { Rule } from './funnel-definition.ts'
import { mayClose, mayMove } from './may-move.ts'

const MINUTE = 60_000
const words = (ru: string) => ({ ru, en: ru })
const task = {
  action: 'create_task',
  kind: 'call',
  title: 'Позвонить',
  for: 'owner',
  inWorkingMinutes: 60,
} as const

/** talk → bill (demands lines) → sold; and back from bill to talk. */
const funnelWith = (talk: Rule[] = [], bill: Rule[] = [], everywhere: Rule[] = []) =>
  compiled({
    key: 'small',
    name: words('Малая'),
    start: 'talk',
    stages: [
      {
        key: 'talk',
        name: words('Разговор'),
        hue: 0,
        kind: 'work',
        normWorkingMinutes: 100,
        purpose: words('Поговорить'),
        to: ['bill'],
        waits: [
          {
            key: 'answer',
            who: 'owner',
            what: words('Ответ'),
            if: { not: { fact: 'firstAnswered', eq: true } },
          },
          { key: 'lines', who: 'client', what: words('Состав заказа'), workingMinutes: 30 },
        ],
        rules: talk,
      },
      {
        key: 'bill',
        name: words('Счёт'),
        hue: 1,
        kind: 'work',
        normWorkingMinutes: 200,
        purpose: words('Выставить'),
        requires: [{ fact: 'linesCount', title: words('Позиции'), remedy: 'set_lines' }],
        to: ['sold', 'talk'],
        rules: bill,
      },
      {
        key: 'sold',
        name: words('Продано'),
        hue: 2,
        kind: 'won',
        normWorkingMinutes: null,
        purpose: words('Всё'),
        requires: [{ fact: 'fullyPaid', title: words('Оплата') }],
        to: [],
      },
      {
        key: 'no_sale',
        name: words('Нет'),
        hue: 3,
        kind: 'lost',
        normWorkingMinutes: null,
        purpose: words('Нет'),
        to: [],
      },
    ],
    rules: everywhere,
  })

describe('a deal on its funnel', () => {
  it('stands on the first stage with its norm, its waits and what is missing next', () => {
    const { state, path } = new TestDeal(funnelWith())
    expect(state).toMatchObject({ stage: 'talk', status: 'open', seq: 1, stageDue: 100 * MINUTE })
    expect(state.waits).toEqual([
      { key: 'answer', what: 'Ответ', who: 'owner', since: 0, due: 100 * MINUTE },
      { key: 'lines', what: 'Состав заказа', who: 'client', since: 0, due: 30 * MINUTE },
    ])
    expect(state.missing).toEqual([{ fact: 'linesCount', title: words('Позиции'), remedy: 'set_lines' }])
    expect(path.map(({ kind }) => kind)).toEqual(['deal_started', 'stage_entered'])
  })

  it('refuses a stage that does not follow, one whose demands are not met, and any move of a closed deal', () => {
    const funnel = funnelWith()
    const deal = new TestDeal(funnel)
    expect(mayMove(funnel, deal.state, {}, 'sold')).toMatchObject({ code: 'StageMoveNotAllowed' })
    expect(mayMove(funnel, deal.state, {}, 'no_sale')).toMatchObject({ code: 'StageMoveNotAllowed' })
    expect(mayMove(funnel, deal.state, {}, 'bill')).toEqual({
      ok: false,
      code: 'MissingFacts',
      missing: [{ fact: 'linesCount', title: words('Позиции'), remedy: 'set_lines' }],
    })
    expect(mayMove(funnel, deal.state, { linesCount: 1 }, 'bill')).toEqual({ ok: true })
    const before = deal.state
    expect(deal.move('bill')).toBe(before)
    deal.close('lost', 'дорого')
    expect(deal.state).toMatchObject({
      status: 'lost',
      stage: 'no_sale',
      reason: 'дорого',
      waits: [],
      timers: [],
    })
    expect(mayMove(funnel, deal.state, { linesCount: 1 }, 'bill')).toMatchObject({ code: 'DealClosed' })
    expect(mayClose(funnel, deal.state, {}, 'won')).toMatchObject({ code: 'DealClosed' })
  })

  it('is moved by a person with the facts he sees, and remembers how long it had stood', () => {
    const deal = new TestDeal(funnelWith())
    deal.now = 7 * MINUTE
    deal.move('bill', { linesCount: 3 })
    expect(deal.state).toMatchObject({
      stage: 'bill',
      stageSince: 7 * MINUTE,
      facts: { linesCount: 3 },
      seq: 2,
    })
    expect(deal.path.at(-1)).toEqual({
      kind: 'stage_entered',
      title: 'Этап «Счёт»',
      actor: { type: 'user', id: 'vasily', name: null },
      data: { stage: 'bill', from: 'talk' },
      at: 7 * MINUTE,
      waitedMs: 7 * MINUTE,
      stage: 'bill',
    })
  })

  it('answers a repeated command as it did the first time and changes nothing', () => {
    const deal = new TestDeal(funnelWith())
    const moved = deal.move('bill', { linesCount: 3 }, 'click-1')
    deal.move('talk', {}, 'click-2')
    const now = deal.state
    expect(deal.move('bill', { linesCount: 3 }, 'click-1')).toBe(now)
    expect(answerTo(now, 'click-1')).toEqual({
      requestId: 'click-1',
      status: 'open',
      stage: 'bill',
      seq: moved.seq,
    })
  })

  it('takes a message once, however often it comes', () => {
    const deal = new TestDeal(funnelWith([{ key: 'r', on: { event: 'task_done' }, do: [task] }]))
    const heard = deal.hear('task_done', {}, {}, 'outbox-7')
    expect(deal.hear('task_done', {}, {}, 'outbox-7')).toBe(heard)
    expect(deal.done).toHaveLength(1)
  })

  it('takes no events that only the process itself may make', () => {
    const deal = new TestDeal(funnelWith())
    const before = deal.state
    expect(deal.hear('deal_won')).toBe(before)
    expect(deal.hear('stage_entered', {}, { stage: 'bill' })).toBe(before)
  })

  it('keeps the beginning of a wait while facts change around it, and says how long it lasted', () => {
    const deal = new TestDeal(funnelWith())
    deal.now = 5 * MINUTE
    deal.hear('lines_changed', { linesCount: 1 })
    expect(deal.state.waits.map(({ since }) => since)).toEqual([0, 0])
    expect(deal.state.missing).toEqual([])
    deal.now = 9 * MINUTE
    deal.hear('first_answer', { firstAnswered: true })
    expect(deal.state.waits.map(({ key }) => key)).toEqual(['lines'])
    expect(deal.path.at(-1)).toMatchObject({ kind: 'first_answer', waitedMs: 9 * MINUTE })
  })

  it('says once that the norm of the stage has run out', () => {
    const deal = new TestDeal(
      funnelWith([], [], [{ key: 'late', on: { event: 'stage_overdue' }, do: [task] }]),
    )
    deal.clock(99 * MINUTE)
    expect(deal.state.overdue).toBe(false)
    deal.clock(100 * MINUTE)
    deal.clock(500 * MINUTE)
    expect(deal.done.map(({ rule }) => rule)).toEqual(['late'])
    expect(deal.path.filter(({ kind }) => kind === 'stage_overdue')).toHaveLength(1)
    deal.move('bill', { linesCount: 1 })
    expect(deal.state).toMatchObject({ overdue: false, stageDue: 700 * MINUTE })
  })

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

  it('begins a second life on the stage it is opened at, counting on from the first', () => {
    const funnel = funnelWith()
    const blank = blankDeal(funnel, 0, 2, 41)
    const { state, path } = step(funnel, roundTheClock, blank, {
      is: 'started',
      at: 9,
      facts: { linesCount: 1 },
      stage: 'bill',
      by: 'head',
    })
    expect(state).toMatchObject({ generation: 2, seq: 42, stage: 'bill', status: 'open' })
    expect(path.map(({ kind, actor }) => [kind, actor.id])).toEqual([
      ['deal_reopened', 'head'],
      ['stage_entered', 'head'],
    ])
  })

  it('starts once', () => {
    const deal = new TestDeal(funnelWith())
    const before = deal.state
    expect(deal.take({ is: 'started', at: 5, facts: {} })).toBe(before)
  })
})

describe('a deed of a rule that failed for good', () => {
  const failed = () => {
    const deal = new TestDeal(funnelWith([{ key: 'r', on: { event: 'task_done' }, do: [task] }]))
    deal.hear('task_done')
    const [effect] = deal.done
    if (!effect) throw new Error('the rule has done nothing')
    deal.take({ is: 'deed_failed', effect, reason: 'NoOffer', at: 5 })
    return { deal, effect }
  }

  it('A11 is told in the path with its reason and kept for a person', () => {
    const { deal, effect } = failed()
    expect(deal.state.failed).toEqual([{ effect, reason: 'NoOffer', at: 5 }])
    expect(deal.path.at(-1)).toMatchObject({
      kind: 'deed_failed',
      title: 'Не выполнено: поставить задачу «Позвонить» (ответственному) со сроком 1 рабочий час',
      data: { reason: 'NoOffer' },
    })
  })

  it('A11 is done again under its old key, once for each click', () => {
    const { deal, effect } = failed()
    const again = { is: 'deed_repeated', key: effect.key, by: 'vasily', requestId: 'click', at: 6 } as const
    deal.take(again)
    expect(deal.done).toEqual([effect, effect])
    const after = deal.state
    expect(after.failed).toEqual([])
    expect(deal.take(again)).toBe(after)
    expect(answerTo(after, 'click')).toMatchObject({ seq: after.seq })
  })

  it('A11 is told even where the deal has been closed meanwhile', () => {
    const { deal, effect } = failed()
    deal.close('lost', 'дорого')
    deal.take({ is: 'deed_failed', effect, reason: 'NoOffer', at: 9 })
    expect(deal.path.at(-1)?.kind).toBe('deed_failed')
    expect(deal.state.status).toBe('lost')
  })
})
