import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { russianCalendar } from './russian-calendar.ts'
import * as time from './working-time.ts'

const calendar = russianCalendar()
const moscow = (text: string) => Date.parse(`${text}:00+03:00`)
const instant = fc.integer({ min: moscow('2019-01-01T00:00'), max: moscow('2028-01-01T00:00') })
const minutes = fc.integer({ min: 0, max: 60 * 8 * 40 })

describe('F6 terms in working time', () => {
  it.each([
    ['within the day', '2026-03-02T09:00', 60, '2026-03-02T10:00'],
    ['over lunch', '2026-03-02T12:30', 60, '2026-03-02T14:30'],
    ['from the night before', '2026-03-02T03:00', 30, '2026-03-02T09:30'],
    ['to the very end of the day', '2026-03-02T17:00', 60, '2026-03-02T18:00'],
    ['over the evening', '2026-03-02T17:30', 60, '2026-03-03T09:30'],
    ['F7 over 8 March and its moved day', '2026-03-06T17:30', 60, '2026-03-10T09:30'],
    ['F7 a short day ends an hour earlier', '2026-04-30T16:30', 60, '2026-05-04T09:30'],
    ['F7 the working Saturday of 2025, short too', '2025-10-31T17:30', 60, '2025-11-01T09:30'],
    ['F7 out of that Saturday', '2025-11-01T16:30', 60, '2025-11-05T09:30'],
    ['over the new year', '2025-12-30T17:30', 60, '2026-01-12T09:30'],
    ['29 February', '2024-02-28T17:30', 60, '2024-02-29T09:30'],
    ['from 23:59', '2026-03-02T23:59', 1, '2026-03-03T09:01'],
  ])('%s', (_, from, spent, due) => {
    expect(time.addWorkingMinutes(calendar, moscow(from), spent)).toBe(moscow(due))
    expect(time.workingMinutesBetween(calendar, moscow(from), moscow(due))).toBe(spent)
  })

  it('goes back for warnings before a promise', () => {
    expect(time.addWorkingMinutes(calendar, moscow('2026-03-10T09:30'), -60)).toBe(moscow('2026-03-06T17:30'))
  })

  it('measuring is the inverse of adding, forwards and backwards', () => {
    fc.assert(
      fc.property(instant, minutes, (from, spent) => {
        const due = time.addWorkingMinutes(calendar, from, spent)
        expect(due).toBeGreaterThanOrEqual(from)
        expect(time.workingMinutesBetween(calendar, from, due)).toBeCloseTo(spent, 6)
        expect(time.workingMinutesBetween(calendar, due, from)).toBeCloseTo(-spent, 6)
        const before = time.addWorkingMinutes(calendar, from, -spent)
        expect(time.workingMinutesBetween(calendar, before, from)).toBeCloseTo(spent, 6)
      }),
    )
  })

  it('is monotone: later starts and longer terms never end earlier', () => {
    fc.assert(
      fc.property(instant, minutes, fc.nat(1e9), fc.nat(5000), (from, spent, later, longer) => {
        const due = time.addWorkingMinutes(calendar, from, spent)
        expect(time.addWorkingMinutes(calendar, from + later, spent)).toBeGreaterThanOrEqual(due)
        expect(time.addWorkingMinutes(calendar, from, spent + longer)).toBeGreaterThanOrEqual(due)
      }),
    )
  })

  it('adding in parts is adding at once', () => {
    fc.assert(
      fc.property(instant, minutes, minutes, (from, a, b) => {
        const parts = time.addWorkingMinutes(calendar, time.addWorkingMinutes(calendar, from, a), b)
        expect(parts).toBe(time.addWorkingMinutes(calendar, from, a + b))
      }),
    )
  })

  it('a term always ends within working hours', () => {
    fc.assert(
      fc.property(instant, minutes, (from, spent) => {
        const due = time.addWorkingMinutes(calendar, from, spent + 1)
        expect(time.isWorkingAt(calendar, due - 1)).toBe(true)
      }),
    )
  })

  it.each([
    ['Kaliningrad', 120],
    ['Moscow', 180],
    ['Kamchatka', 720],
  ])('%s keeps its own clock', (_, zoneOffsetMinutes) => {
    const own = russianCalendar({ start: '09:00', end: '18:00', zoneOffsetMinutes })
    const nine = Date.UTC(2026, 2, 3, 9) - zoneOffsetMinutes * 60_000
    expect(time.addWorkingMinutes(own, nine - 1, 1)).toBe(nine + 60_000)
    expect(time.companyDate(own, nine - 9 * 3_600_000)).toBe('2026-03-03')
    expect(time.companyDate(own, nine - 9 * 3_600_000 - 1)).toBe('2026-03-02')
  })

  it('a term in working days ends with the working day', () => {
    const from = moscow('2026-04-28T11:00')
    expect(time.dueInWorkingDays(calendar, from, 2)).toBe(moscow('2026-04-30T17:00'))
    expect(time.dueInWorkingDays(calendar, from, 3)).toBe(moscow('2026-05-04T18:00'))
    expect(time.endOfWorkingDay(calendar, '2026-05-09')).toBe(moscow('2026-05-09T18:00'))
    expect(time.minutesOfOrdinaryDay(calendar)).toBe(480)
  })

  it('never hangs on a calendar without work or a term without sense', () => {
    const idle = russianCalendar({ start: '18:00', end: '09:00', zoneOffsetMinutes: 180 })
    expect(time.addWorkingMinutes(idle, 0, 1)).toBeGreaterThan(Date.UTC(2029, 0))
    expect(time.addWorkingMinutes(idle, 0, -1)).toBeLessThan(Date.UTC(1911, 0))
    expect(time.addWorkingMinutes(calendar, 5, Number.NaN)).toBe(5)
  })
})
