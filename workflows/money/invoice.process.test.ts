import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Terms } from '../shared/terms.ts'
import {
  type InvoiceEffect,
  type InvoiceEvent,
  type InvoiceProcessState,
  isOpenInvoice,
  newInvoice,
  nextInvoiceTimer,
  stepInvoice,
} from './invoice.process.ts'
import type { InvoicePlan } from './invoice-plan.ts'
import { invoiceRecord } from './invoice-record.ts'

const MINUTE = 60_000
const DUE = 400 * MINUTE
/** Works round the clock, so that a test can count. */
const terms: Terms = {
  after: (from, minutes) => from + minutes * MINUTE,
  between: (a, b) => (b - a) / MINUTE,
}
const anInvoice = (given: Partial<InvoicePlan> = {}) =>
  newInvoice({
    dealId: 'deal',
    grossKopecks: '24000000',
    paidKopecks: '0',
    dueAt: DUE,
    startedAt: 0,
    by: null,
    fileId: null,
    calendar: { hours: { start: '09:00', end: '18:00', zoneOffsetMinutes: 180 }, years: [], days: {} },
    ...given,
  })
const opened = { is: 'opened', by: null, at: 0 } as const
const paid = (paidKopecks: string, at = MINUTE): InvoiceEvent => ({
  is: 'paid',
  paidKopecks,
  paymentId: 'p',
  by: 'anna',
  requestId: `paid/${paidKopecks}/${at}`,
  at,
})
const voided = (reason = 'Ошибка в реквизитах'): InvoiceEvent => ({
  is: 'voided',
  reason,
  by: 'anna',
  requestId: 'void',
  at: MINUTE,
})
const clock = (at: number): InvoiceEvent => ({ is: 'clock', at })
const run = (state: InvoiceProcessState, ...events: InvoiceEvent[]) =>
  events.reduce(
    (all, event) => {
      const result = stepInvoice(terms, all.state, event)
      return {
        state: result.state,
        effects: [...all.effects, ...result.effects],
        kinds: [...all.kinds, ...result.path.map(line => line.kind)],
        notices: [...all.notices, invoiceRecord('x', { ...result, event }).notice?.event ?? null],
      }
    },
    { state, effects: [] as InvoiceEffect[], kinds: [] as string[], notices: [] as (string | null)[] },
  )

describe('an issued invoice', () => {
  it('is printed, paid in two parts, and ends paid; the deal hears of the first part', () => {
    const { state, effects, kinds, notices } = run(
      anInvoice(),
      opened,
      { is: 'rendered', fileId: 'file', at: 1 },
      paid('10000000'),
      paid('24000000', 2 * MINUTE),
    )
    expect(state).toMatchObject({
      status: 'paid',
      paidKopecks: '24000000',
      fileId: 'file',
      closedAt: 2 * MINUTE,
    })
    expect(kinds).toEqual(['invoice_issued', 'document_rendered', 'invoice_partly_paid', 'invoice_paid'])
    expect(effects).toMatchObject([{ do: 'render' }, { do: 'conclude', outcome: 'paid', key: 'conclude' }])
    expect(notices).toEqual([null, null, 'invoice_partly_paid', null])
  })

  it('one kopeck short is not paid, one kopeck over is', () => {
    expect(run(anInvoice(), opened, paid('23999999')).state.status).toBe('partly_paid')
    expect(run(anInvoice(), opened, paid('24000001')).state.status).toBe('paid')
  })

  it('is reminded of before the term, is overdue at it, and stays overdue with a part paid', () => {
    const { state, effects, notices } = run(
      anInvoice(),
      opened,
      clock(300 * MINUTE),
      clock(DUE),
      paid('1', DUE + 1),
    )
    expect(effects.slice(1)).toMatchObject([
      { do: 'remind', kind: 'soon', key: 'remind/soon' },
      { do: 'remind', kind: 'overdue', key: 'remind/overdue' },
    ])
    expect(state.status).toBe('overdue')
    expect(notices).toEqual([null, null, 'invoice_overdue', 'invoice_partly_paid'])
    expect(nextInvoiceTimer(state)).toBeNull()
    expect(run(state, paid('24000000', DUE + 2)).state.status).toBe('paid')
  })

  it('goes back to issued when the money is taken off it, and the path says so', () => {
    const { state, kinds, notices } = run(anInvoice(), opened, paid('5'), paid('0', 2 * MINUTE))
    expect(state).toMatchObject({ status: 'issued', paidKopecks: '0' })
    expect(kinds.at(-1)).toBe('payment_unmatched')
    expect(notices.at(-1)).toBeNull()
  })

  it('is voided with its reason, once, and takes no money after that', () => {
    const gone = run(anInvoice(), opened, voided()).state
    expect(gone).toMatchObject({ status: 'void', voidReason: 'Ошибка в реквизитах' })
    expect(run(gone, voided('Ещё раз'), paid('5')).state).toBe(gone)
  })

  it('is not printed again when it has its file, and takes a file that comes after the money', () => {
    expect(run(anInvoice({ fileId: 'file' }), opened).effects).toEqual([])
    const late = run(anInvoice(), opened, paid('24000000'), { is: 'rendered', fileId: 'file', at: 9 }).state
    expect(late).toMatchObject({ status: 'paid', fileId: 'file' })
  })

  it('whatever comes: one end, each change counted once, each key once, closed takes neither money nor time', () => {
    const at = fc.integer({ min: 0, max: 2 * DUE })
    const event: fc.Arbitrary<InvoiceEvent> = fc.oneof(
      at.map(clock),
      fc
        .tuple(fc.integer({ min: 0, max: 30_000_000 }), fc.integer({ min: 0, max: 20 }), at)
        .map(([sum, id, when]) => ({ ...paid(String(sum), when), requestId: `m${id}` }) as InvoiceEvent),
      fc.constantFrom(voided(), voided('')),
      fc.constantFrom(paid('-5'), paid('1.5'), paid('')),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30, size: 'max' }), events => {
        let state = anInvoice()
        const keys: string[] = []
        for (const each of [opened, ...events]) {
          const result = stepInvoice(terms, state, each)
          const changed = result.state !== state
          expect(result.state.seq).toBe(state.seq + (changed ? 1 : 0))
          if (!isOpenInvoice(state)) expect(changed).toBe(false)
          if (changed) keys.push(invoiceRecord('x', { ...result, event: each }).key)
          keys.push(...result.effects.map(effect => effect.key))
          if (changed && 'requestId' in each)
            expect(stepInvoice(terms, result.state, each).state).toBe(result.state)
          state = result.state
          expect(state.status === 'paid').toBe(BigInt(state.paidKopecks) >= BigInt(state.grossKopecks))
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.filter(key => key === 'conclude').length).toBe(isOpenInvoice(state) ? 0 : 1)
      }),
      { numRuns: 2_000 },
    )
  })
})
