import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequestPlan } from '#domain/requests/request-plan.ts'
import { compareQuantity, sumQuantities } from '#domain/shared/quantity.ts'
import type { Terms } from '../shared/terms.ts'
import { refuseRequest } from './refuse-request.ts'
import { isOpenRequest, nextRequestTimer, stepRequest } from './request.process.ts'
import { requestRecord } from './request-record.ts'
import {
  newRequest,
  type RequestCommand,
  type RequestEffect,
  type RequestEvent,
  type RequestProcessState,
} from './request-state.ts'

const MINUTE = 60_000
/** Works round the clock, so that a test can count. */
const terms: Terms = {
  after: (from, minutes) => from + minutes * MINUTE,
  between: (a, b) => (b - a) / MINUTE,
}
const aLine = (lineId: string, quantity: string) => ({
  lineId,
  offeringId: null,
  quantity,
  pickedQuantity: '0',
  shippedQuantity: '0',
  shortQuantity: '0',
})
const aRequest = (given: Partial<RequestPlan> = {}) =>
  newRequest({
    dealId: 'deal',
    authorId: 'vasily',
    seatId: 'warehouse',
    lines: [aLine('brooms', '20')],
    promisedAt: null,
    calendar: { hours: { start: '09:00', end: '18:00', zoneOffsetMinutes: 180 }, years: [], days: {} },
    startedAt: 0,
    ...given,
  })
const opened = { is: 'opened', at: 0 } as const
let n = 0
const does = (command: RequestCommand, at = MINUTE): RequestEvent => ({
  ...command,
  by: 'ivan',
  requestId: `r${++n}`,
  at,
})
const take = (promisedAt: number | null = null) => does({ is: 'take', promisedAt })
const pick = (quantity: string, lineId = 'brooms') => does({ is: 'pick', lines: [{ lineId, quantity }] })
const ship = (quantity: string, shipmentId = `s${++n}`) =>
  does({ is: 'ship', lines: [{ lineId: 'brooms', quantity }], shipmentId })
const short = (quantity: string) =>
  does({ is: 'report_shortage', lines: [{ lineId: 'brooms', quantity }], expectedOn: '2026-03-20' })
const run = (state: RequestProcessState, ...events: RequestEvent[]) =>
  events.reduce(
    (all, event) => {
      const result = stepRequest(terms, all.state, event)
      return {
        state: result.state,
        effects: [...all.effects, ...result.effects],
        kinds: [...all.kinds, ...result.path.map(line => line.kind)],
        notices: [...all.notices, requestRecord('x', { ...result, event }).notice?.event],
      }
    },
    { state, effects: [] as RequestEffect[], kinds: [] as string[], notices: [] as (string | undefined)[] },
  )
const refuses = (state: RequestProcessState, event: RequestEvent) =>
  'requestId' in event ? (refuseRequest(state, event)?.code ?? null) : null

describe('a request to the warehouse', () => {
  it('is taken, picked, is two short, ships in two parts, and the last shipment closes it', () => {
    const { state, kinds, effects, notices } = run(
      aRequest(),
      opened,
      take(),
      pick('18'),
      short('2'),
      ship('18'),
      pick('2'),
      ship('2'),
    )
    expect(state).toMatchObject({ status: 'done', assigneeId: 'ivan' })
    expect(state.lines).toEqual([
      { ...aLine('brooms', '20'), pickedQuantity: '20', shippedQuantity: '20', shortQuantity: '0' },
    ])
    expect(kinds).toEqual([
      'request_opened',
      'request_taken',
      'request_picked',
      'request_short',
      'request_shipped_part',
      'request_picked',
      'request_done',
    ])
    expect(effects).toMatchObject([{ do: 'conclude', outcome: 'done', key: 'conclude' }])
    expect(notices).toEqual([
      undefined,
      'request_taken',
      undefined,
      'request_short',
      'request_shipped_part',
      undefined,
      undefined,
    ])
  })

  it('stays short while a part is missing, and is in progress again when all is picked', () => {
    const missing = run(aRequest(), opened, take(), pick('17'), short('3')).state
    expect(missing).toMatchObject({ status: 'short', expectedOn: '2026-03-20' })
    expect(run(missing, pick('1')).state).toMatchObject({ status: 'short', lines: [{ shortQuantity: '2' }] })
    expect(run(missing, pick('3')).state).toMatchObject({ status: 'in_progress', expectedOn: null })
  })

  it('refuses to pick more than asked and to ship more than picked', () => {
    const picked = run(aRequest(), opened, take(), pick('5.5')).state
    expect(refuses(picked, pick('14.500001'))).toBe('PicksMoreThanAsked')
    expect(refuses(picked, ship('5.500001'))).toBe('ShipsMoreThanPicked')
    expect(refuses(picked, ship('5.5'))).toBeNull()
    expect(run(picked, ship('6')).state).toBe(picked)
  })

  it.each(['0', '-1', '', 'NaN', '1e3', '1.0000001', ' 1'])('refuses the quantity «%s»', quantity => {
    expect(refuses(run(aRequest(), opened, take()).state, pick(quantity))).toBe('BadQuantity')
  })

  it('refuses a foreign line, a line named twice and no line at all', () => {
    const { state } = run(aRequest(), opened, take())
    const part = { lineId: 'brooms', quantity: '1' }
    expect(refuses(state, pick('1', 'foreign'))).toBe('NotFound')
    expect(refuses(state, does({ is: 'pick', lines: [part, part] }))).toBe('NotFound')
    expect(refuses(state, does({ is: 'pick', lines: [] }))).toBe('NoLines')
  })

  it('takes one shipment once, even under another request', () => {
    const { state } = run(aRequest(), opened, take(), pick('20'), ship('5', 'shipment'))
    expect(refuses(state, ship('5', 'shipment'))).toBe('Conflict')
  })

  it('is not picked before it is taken, nor anything after its end', () => {
    expect(refuses(run(aRequest(), opened).state, pick('1'))).toBe('RequestMoveNotAllowed')
    const done = run(aRequest(), opened, take(), pick('20'), ship('20')).state
    expect(refuses(done, ship('1'))).toBe('RequestMoveNotAllowed')
    expect(refuses(done, take())).toBe('RequestMoveNotAllowed')
  })

  it('is refused or cancelled with a reason, and only while nothing has left', () => {
    const picked = run(aRequest(), opened, take(), pick('5')).state
    expect(refuses(picked, does({ is: 'refuse', reason: ' ' }))).toBe('ReasonRequired')
    const refused = run(picked, does({ is: 'refuse', reason: 'Нет на складе' }))
    expect(refused.state).toMatchObject({ status: 'refused', remark: 'Нет на складе' })
    expect(refused.effects).toMatchObject([{ do: 'conclude', outcome: 'refused', reason: 'Нет на складе' }])
    expect(run(picked, does({ is: 'cancel', reason: 'Передумали' })).state.status).toBe('cancelled')
    const shipped = run(picked, ship('1')).state
    expect(refuses(shipped, does({ is: 'cancel', reason: 'Поздно' }))).toBe('RequestMoveNotAllowed')
  })

  it('is finished short of something only when what was picked has left', () => {
    const picked = run(aRequest(), opened, take(), pick('18')).state
    expect(refuses(picked, does({ is: 'done' }))).toBe('RequestMoveNotAllowed')
    const shipped = run(picked, ship('18')).state
    expect(run(shipped, does({ is: 'done' })).state.status).toBe('done')
    expect(refuses(run(aRequest({ lines: [] }), opened, take()).state, does({ is: 'done' }))).toBeNull()
  })

  it('warns before the promise and at it, each once; a new promise counts anew', () => {
    const promised = run(aRequest({ promisedAt: 400 * MINUTE }), opened).state
    expect(nextRequestTimer(promised)?.dueAt).toBe(300 * MINUTE)
    const late = run(promised, { is: 'clock', at: 300 * MINUTE }, { is: 'clock', at: 400 * MINUTE })
    expect(late.effects).toMatchObject([
      { do: 'warn', kind: 'soon', to: ['warehouse', 'vasily'] },
      { do: 'warn', kind: 'overdue' },
    ])
    expect(nextRequestTimer(late.state)).toBeNull()
    const again = run(late.state, take(1_000 * MINUTE)).state
    expect(again).toMatchObject({ promisedAt: 1_000 * MINUTE, warned: { soon: false, overdue: false } })
    expect(nextRequestTimer(again)).not.toBeNull()
  })
})

const millionths = (m: number) => `${Math.floor(m / 1e6)}.${String(m % 1e6).padStart(6, '0')}`

describe('whatever comes, in whatever order', () => {
  const at = fc.integer({ min: 0, max: 2_000 * MINUTE })
  const quantity = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }).map(String) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 1_999_999 }).map(millionths) },
    { weight: 1, arbitrary: fc.constantFrom('0', '-1', 'много', '') },
  )
  const part = fc.record({
    lineId: fc.oneof({ weight: 15, arbitrary: fc.constantFrom('a', 'b') }, fc.constant('none')),
    quantity,
  })
  const lines = fc.array(part, { minLength: 1, maxLength: 2 })
  const command: fc.Arbitrary<RequestCommand> = fc.oneof(
    { weight: 2, arbitrary: fc.record({ is: fc.constant('take' as const), promisedAt: fc.option(at) }) },
    { weight: 20, arbitrary: fc.record({ is: fc.constant('pick' as const), lines }) },
    {
      weight: 5,
      arbitrary: fc.record({
        is: fc.constant('report_shortage' as const),
        lines,
        expectedOn: fc.constant(null),
      }),
    },
    {
      weight: 20,
      arbitrary: fc.record({ is: fc.constant('ship' as const), lines, shipmentId: fc.uuid() }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('done' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constantFrom('refuse' as const, 'cancel' as const),
        reason: fc.constantFrom('', 'причина'),
      }),
    },
  )
  const event: fc.Arbitrary<RequestEvent> = fc.oneof(
    { weight: 1, arbitrary: fc.record({ is: fc.constant('clock' as const), at }) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(command, fc.integer({ min: 1, max: 200 }), at)
        .map(([says, id, when]) => ({ ...says, by: 'ivan', requestId: `any${id}`, at: when })),
    },
  )
  const events = fc
    .array(event, { maxLength: 40, size: 'max' })
    .map(rest => [opened, take(), ...rest] satisfies RequestEvent[])
  const start = () => aRequest({ lines: [aLine('a', '10'), aLine('b', '3.5')], promisedAt: 500 * MINUTE })

  it('quantities hold 0 ≤ shipped ≤ picked ≤ asked, and the shipments add up to what left', () => {
    let shipments = 0
    fc.assert(
      fc.property(events, all => {
        let state = start()
        const left: Record<string, string[]> = { a: [], b: [] }
        for (const each of all) {
          const result = stepRequest(terms, state, each)
          if (result.state !== state) {
            const { shipment } = requestRecord('x', { ...result, event: each })
            for (const part of shipment?.lines ?? []) left[part.lineId]?.push(part.quantity)
            if (shipment) shipments++
          }
          state = result.state
          for (const line of state.lines) {
            const rising = ['0', line.shippedQuantity, line.pickedQuantity, line.quantity]
            rising.slice(1).forEach((q, i) => {
              expect(compareQuantity(rising[i] ?? '', q)).toBeLessThanOrEqual(0)
            })
            expect(compareQuantity(line.shortQuantity, '0')).toBeGreaterThanOrEqual(0)
            expect(sumQuantities(left[line.lineId] ?? [])).toBe(line.shippedQuantity)
          }
        }
      }),
      { numRuns: 700 },
    )
    expect(shipments).toBeGreaterThan(500)
  })

  it('a request ends once, counts each change by one, gives each key once and takes nothing after its end', () => {
    fc.assert(
      fc.property(events, all => {
        let state = start()
        const keys: string[] = []
        for (const each of all) {
          const result = stepRequest(terms, state, each)
          const changed = result.state !== state
          expect(result.state.seq).toBe(state.seq + (changed ? 1 : 0))
          if (!isOpenRequest(state)) expect(changed).toBe(false)
          if (changed) keys.push(requestRecord('x', { ...result, event: each }).key)
          keys.push(...result.effects.map(effect => effect.key))
          state = result.state
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.filter(key => key === 'conclude').length).toBe(isOpenRequest(state) ? 0 : 1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('what the validator lets in moves the process, what it refuses does not; a repeat changes nothing', () => {
    fc.assert(
      fc.property(events, event, (all, last) => {
        const { state } = run(start(), ...all)
        if (!('requestId' in last)) return
        const repeat = state.requests.includes(last.requestId)
        const stays = repeat || refuseRequest(state, last) !== null
        expect(stepRequest(terms, state, last).state === state).toBe(stays)
      }),
      { numRuns: 2_000 },
    )
  })
})
