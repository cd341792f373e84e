import { type CivilDate, dateOfDay, dayNumber, weekday, weekdayOfDay, yearOf } from './civil-date.ts'

/** `short` is a working day that ends an hour earlier; a listed day overrides weekday and statute. */
export type DayKind = 'work' | 'off' | 'short'

/** Hours of work on an ordinary day, in the company's zone. */
export interface WorkingHours {
  /** 'HH:MM' */
  start: string
  /** 'HH:MM', later than `start`; '24:00' is allowed. */
  end: string
  lunch?: { start: string; end: string }
  /** Minutes east of UTC; Moscow is 180. Fixed: Russia has no summer time. */
  zoneOffsetMinutes: number
}

/** A working calendar as plain JSON, so that it can be handed to a process. */
export interface CalendarData {
  hours: WorkingHours
  /** Years whose official calendar is loaded; others fall back to weekends and statutory holidays. */
  years: readonly number[]
  /** Days that differ from their weekday: 'YYYY-MM-DD' → kind. */
  days: Readonly<Record<CivilDate, DayKind>>
}

/** Non-working holidays of article 112 of the Labour Code, as 'MM-DD'. */
export const statutoryHolidays: readonly string[] = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]
const statutory: ReadonlySet<string> = new Set(statutoryHolidays)

/** What kind of day it is. @throws Fact BadDate, as all of these. */
export function dayKind(calendar: CalendarData, date: CivilDate): DayKind {
  return calendar.days[date] ?? (statutory.has(date.slice(5)) || weekday(date) > 5 ? 'off' : 'work')
}

/** dayKind by the number of the day, for walks over many days. */
export const kindOfDay = (calendar: CalendarData, day: number): DayKind => {
  const date = dateOfDay(day)
  return calendar.days[date] ?? (statutory.has(date.slice(5)) || weekdayOfDay(day) > 5 ? 'off' : 'work')
}

/** DR-31. */
export const isWorking = (calendar: CalendarData, date: CivilDate): boolean =>
  dayKind(calendar, date) !== 'off'

/** DR-31: the first working day after the date. */
export const nextWorking = (calendar: CalendarData, date: CivilDate): CivilDate =>
  addWorkingDays(calendar, date, 1)

/**
 * DR-31: the nth working day after the date (before it when n < 0); the date itself is not counted.
 * n = 0 is the date itself, working or not.
 */
export function addWorkingDays(calendar: CalendarData, date: CivilDate, n: number): CivilDate {
  const step = n < 0 ? -1 : 1
  let day = dayNumber(date)
  // @NOTE the bound keeps a calendar of nothing but days off from hanging a process
  for (let left = Math.abs(n), walked = 0; left >= 1 && walked < MAX_DAYS; walked++) {
    day += step
    if (kindOfDay(calendar, day) !== 'off') left--
  }
  return dateOfDay(day)
}

/** DR-31: working days in (a, b]; negative when b is before a. Inverse of `addWorkingDays`. */
export function workingDaysBetween(calendar: CalendarData, a: CivilDate, b: CivilDate): number {
  const [from, to] = [dayNumber(a), dayNumber(b)]
  let count = 0
  if (from <= to)
    for (let day = from + 1; day <= to; day++) count += kindOfDay(calendar, day) === 'off' ? 0 : 1
  else for (let day = from - 1; day >= to; day--) count -= kindOfDay(calendar, day) === 'off' ? 0 : 1
  return count
}

/** DR-30: true when the year's official calendar is not loaded and the answer is a guess by statute. */
export const isProvisional = (calendar: CalendarData, date: CivilDate): boolean =>
  !calendar.years.includes(yearOf(date))

/** DR-30, F7: the year whose calendar must be imported now (from 1 November for the next one), or null. */
export function missingYear(calendar: CalendarData, today: CivilDate): number | null {
  if (isProvisional(calendar, today)) return yearOf(today)
  const next = yearOf(today) + 1
  return today.slice(5) >= '11-01' && !calendar.years.includes(next) ? next : null
}

/** DR-30: regional or company days laid over the calendar; the overlay wins. */
export const withDays = (calendar: CalendarData, days: CalendarData['days']): CalendarData => ({
  ...calendar,
  days: { ...calendar.days, ...days },
})

/** The calendar cut to some years, so that a process carries only what its terms need. */
export function calendarForYears(calendar: CalendarData, from: number, to: number): CalendarData {
  const within = (year: number) => year >= from && year <= to
  return {
    hours: calendar.hours,
    years: calendar.years.filter(within),
    days: Object.fromEntries(Object.entries(calendar.days).filter(([date]) => within(yearOf(date)))),
  }
}

/** Longest walk in days: 60 years. */
export const MAX_DAYS = 21_915
