import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, dateOfDay, dayNumber, isCivilDate, weekday } from './civil-date.ts'
import { russianCalendar, russianYears } from './russian-calendar.ts'
import * as days from './working-calendar.ts'

const calendar = russianCalendar()
const date = fc.integer({ min: dayNumber('2018-01-01'), max: dayNumber('2029-12-31') }).map(dateOfDay)

/** Every date of a year. */
const datesOf = (year: number): CivilDate[] => {
  const all: CivilDate[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) all.push(day)
  return all
}

describe('civil dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '',
    'сегодня',
    '2026-03-08T00:00',
  ])('%j is no day', text => {
    expect(isCivilDate(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow('BadDate')
  })

  it('knows weekdays and leap days', () => {
    expect(['2026-03-08', '2026-05-09', '2026-02-23', '2026-06-12', '2026-11-04'].map(weekday)).toEqual([
      7, 6, 1, 5, 3,
    ])
    expect(isCivilDate('2024-02-29')).toBe(true)
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(weekday('1969-12-31')).toBe(3)
  })
})

describe('DR-30 the Russian calendar', () => {
  it.each([
    [2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22]],
    [2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]],
  ])('%i has its working days month by month', (year, months) => {
    const counted = months.map(
      (_, month) =>
        datesOf(year).filter(day => Number(day.slice(5, 7)) === month + 1 && days.isWorking(calendar, day))
          .length,
    )
    expect(counted).toEqual(months)
  })

  it.each([
    [2019, 247, 1970],
    [2020, 248, 1979],
    [2021, 247, 1972],
    [2022, 247, 1973],
    [2023, 247, 1973],
    [2024, 248, 1979],
    [2025, 247, 1972],
    [2026, 247, 1972],
  ])('%i has %i working days and %i hours of a 40-hour week', (year, working, hours) => {
    const kinds = datesOf(year).map(day => days.dayKind(calendar, day))
    const short = kinds.filter(kind => kind === 'short').length
    const full = kinds.filter(kind => kind === 'work').length
    expect(full + short).toBe(working)
    expect(full * 8 + short * 7).toBe(hours)
  })

  it('moves each day off once: what is off on weekdays is paid by holidays and work on weekends', () => {
    for (const { year, off, work, short } of russianYears) {
      const worked = [...work, ...short].filter(day => weekday(`${year}-${day}`) > 5).length
      const weekends = days.statutoryHolidays.filter(day => weekday(`${year}-${day}`) > 5)
      // @NOTE article 112: of the January holidays that fall on weekends two are moved, the rest are lost
      const january = weekends.filter(day => day.startsWith('01')).length
      const lost = weekends.length - january + Math.min(2, january)
      expect(off.length, String(year)).toBe(worked + lost)
      expect(off.filter(day => weekday(`${year}-${day}`) > 5)).toEqual([])
    }
  })

  it('F7 falls back to weekends and statute where the year is not loaded, and says so', () => {
    expect(days.isWorking(calendar, '2027-01-08')).toBe(false)
    expect(days.isWorking(calendar, '2027-01-11')).toBe(true)
    expect(days.isProvisional(calendar, '2027-01-11')).toBe(true)
    expect(days.isProvisional(calendar, '2026-12-31')).toBe(false)
  })

  it('F7 asks for the next year from 1 November', () => {
    expect(days.missingYear(calendar, '2026-10-31')).toBeNull()
    expect(days.missingYear(calendar, '2026-11-01')).toBe(2027)
    expect(days.missingYear(calendar, '2025-12-31')).toBeNull()
    expect(days.missingYear(calendar, '2027-02-01')).toBe(2027)
  })

  it('regional and company days lie over it', () => {
    const own = days.withDays(calendar, { '2026-03-03': 'off', '2026-03-08': 'short' })
    expect([own, calendar].map(c => days.isWorking(c, '2026-03-03'))).toEqual([false, true])
    expect(days.dayKind(own, '2026-03-08')).toBe('short')
  })

  it('is plain JSON that a process can carry, cut to its years', () => {
    const cut = days.calendarForYears(calendar, 2026, 2027)
    expect(JSON.parse(JSON.stringify(cut))).toEqual(cut)
    expect(cut.years).toEqual([2026])
    for (const day of datesOf(2026)) expect(days.dayKind(cut, day)).toBe(days.dayKind(calendar, day))
  })
})

describe('DR-31 working days', () => {
  it.each([
    ['2025-12-30', 1, '2026-01-12'],
    ['2025-10-31', 1, '2025-11-01'],
    ['2025-11-01', 1, '2025-11-05'],
    ['2026-05-08', 1, '2026-05-12'],
    ['2026-03-06', 1, '2026-03-10'],
    ['2025-04-30', 1, '2025-05-05'],
    ['2025-05-07', 1, '2025-05-12'],
    ['2026-04-30', 3, '2026-05-06'],
    ['2026-05-12', -1, '2026-05-08'],
    ['2026-05-09', 0, '2026-05-09'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(days.addWorkingDays(calendar, from, n)).toBe(to)
    expect(days.workingDaysBetween(calendar, from, to)).toBe(n)
  })

  it('counting is the inverse of adding', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -300, max: 300 }), (from, n) => {
        const to = days.addWorkingDays(calendar, from, n)
        expect(days.workingDaysBetween(calendar, from, to)).toBe(n)
        expect(n === 0 || days.isWorking(calendar, to)).toBe(true)
      }),
    )
  })

  it('later days and more of them never end earlier', () => {
    fc.assert(
      fc.property(date, fc.nat(200), fc.nat(50), (from, n, later) => {
        const to = days.addWorkingDays(calendar, from, n)
        expect(days.addWorkingDays(calendar, addDays(from, later), n) >= to).toBe(true)
        expect(days.nextWorking(calendar, from) > from).toBe(true)
      }),
    )
  })

  it('a calendar of nothing but days off does not hang', () => {
    const idle = { ...calendar, days: new Proxy<days.CalendarData['days']>({}, { get: () => 'off' }) }
    expect(days.nextWorking(idle, '2026-01-01') > '2080').toBe(true)
  })
})
