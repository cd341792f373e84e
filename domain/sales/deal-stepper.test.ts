import { describe, expect, it } from 'vitest'
import { answerTo } from './deal-answers.ts'
import { roundTheClock, TestDeal } from './deal-for-tests.ts'
import { blankDeal, step } from './deal-stepper.ts'
import { mayClose, mayMove } from './may-move.ts'
import { funnelWith, task, words } from './small-funnel-for-tests.ts'

const MINUTE = 60_000

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
