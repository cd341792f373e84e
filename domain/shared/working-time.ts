import { type CivilDate, dateAt, dayNumber } from './civil-date.ts'
import { addWorkingDays, type CalendarData, kindOfDay, MAX_DAYS } from './working-calendar.ts'

export type { CalendarData, WorkingHours } from './working-calendar.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** A stretch of work, in epoch milliseconds. */
type Stretch = readonly [from: number, to: number]

/**
 * The earliest instant by which `minutes` of work have passed since `fromMs` (epoch ms). Negative minutes go
 * back: the latest instant from which that much work is left. Zero is the instant itself. A term that ends
 * with the day ends at its closing hour, not next morning. Total: a calendar without work answers 60 years on.
 */
export function addWorkingMinutes(calendar: CalendarData, fromMs: number, minutes: number): number {
  if (minutes < 0) return back(calendar, fromMs, -minutes * MINUTE)
  let left = minutes * MINUTE
  if (!(left > 0)) return fromMs
  const first = localDay(calendar, fromMs)
  for (let day = first; day < first + MAX_DAYS; day++)
    for (const [from, to] of stretches(calendar, day)) {
      const start = Math.max(from, fromMs)
      if (start >= to) continue
      if (to - start >= left) return start + left
      left -= to - start
    }
  return fromMs + MAX_DAYS * DAY
}

/** Minutes of work from a to b (epoch ms); negative when b is before a. Inverse of `addWorkingMinutes`. */
export function workingMinutesBetween(calendar: CalendarData, a: number, b: number): number {
  if (b < a) return -workingMinutesBetween(calendar, b, a)
  let worked = 0
  for (let day = localDay(calendar, a), last = localDay(calendar, b); day <= last; day++)
    for (const [from, to] of stretches(calendar, day))
      worked += Math.max(0, Math.min(to, b) - Math.max(from, a))
  return worked / MINUTE
}

/** Whether the company works at the instant. */
export const isWorkingAt = (calendar: CalendarData, ms: number): boolean =>
  stretches(calendar, localDay(calendar, ms)).some(([from, to]) => ms >= from && ms < to)

/** The closing hour (epoch ms) of the date; of a day off, as if it were an ordinary day. */
export function endOfWorkingDay(calendar: CalendarData, date: CivilDate): number {
  const day = dayNumber(date)
  return stretches(calendar, day).at(-1)?.[1] ?? instant(calendar, day, minuteOf(calendar.hours.end))
}

/** A term "in n working days": the closing hour (epoch ms) of the nth working day after the instant's date. */
export const dueInWorkingDays = (calendar: CalendarData, fromMs: number, n: number): number =>
  endOfWorkingDay(calendar, addWorkingDays(calendar, companyDate(calendar, fromMs), n))

/** The date the company's own clock shows at the instant. */
export const companyDate = (calendar: CalendarData, ms: number): CivilDate =>
  dateAt(ms, calendar.hours.zoneOffsetMinutes)

/** Minutes of work in an ordinary day: what "a working day" means in minutes. */
export function minutesOfOrdinaryDay({ hours }: CalendarData): number {
  const lunch = hours.lunch ? minuteOf(hours.lunch.end) - minuteOf(hours.lunch.start) : 0
  return minuteOf(hours.end) - minuteOf(hours.start) - lunch
}

function back(calendar: CalendarData, fromMs: number, workMs: number): number {
  let left = workMs
  const first = localDay(calendar, fromMs)
  for (let day = first; day > first - MAX_DAYS; day--)
    for (const [from, to] of stretches(calendar, day).toReversed()) {
      const end = Math.min(to, fromMs)
      if (end <= from) continue
      if (end - from >= left) return end - left
      left -= end - from
    }
  return fromMs - MAX_DAYS * DAY
}

/** The stretches of work of a day, in order, none empty. */
function stretches(calendar: CalendarData, day: number): Stretch[] {
  const kind = kindOfDay(calendar, day)
  if (kind === 'off') return []
  const { start, end, lunch } = calendar.hours
  const close = minuteOf(end) - (kind === 'short' ? 60 : 0)
  const minutes: Stretch[] = lunch
    ? [
        [minuteOf(start), Math.min(minuteOf(lunch.start), close)],
        [minuteOf(lunch.end), close],
      ]
    : [[minuteOf(start), close]]
  return minutes
    .filter(([from, to]) => from < to)
    .map(([from, to]) => [instant(calendar, day, from), instant(calendar, day, to)])
}

const instant = ({ hours }: CalendarData, day: number, minute: number): number =>
  day * DAY + (minute - hours.zoneOffsetMinutes) * MINUTE

const localDay = ({ hours }: CalendarData, ms: number): number =>
  Math.floor((ms + hours.zoneOffsetMinutes * MINUTE) / DAY)

/** 'HH:MM' → minutes since midnight. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
