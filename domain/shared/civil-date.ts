import { fact } from './fact.ts'

/** A day without time or zone: 'YYYY-MM-DD'. */
export type CivilDate = string

const DAY_MS = 86_400_000

/** Whether the text is a day that exists. */
export function isCivilDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01. @throws Fact BadDate */
export function dayNumber(date: CivilDate): number {
  if (!isCivilDate(date)) throw fact('BadDate', { value: date })
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS
}

/** The day with that number since 1970-01-01. */
export function dateOfDay(day: number): CivilDate {
  const at = new Date(day * DAY_MS)
  return at.toISOString().slice(0, 10)
}

/** 1 Monday … 7 Sunday. */
export const weekday = (date: CivilDate): number => weekdayOfDay(dayNumber(date))

/** 1 Monday … 7 Sunday, by the number of the day (1970-01-01 was a Thursday). */
export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The date `days` later (earlier when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayNumber(date) + days)

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))

/** The day a clock in the zone shows at the instant. */
export const dateAt = (ms: number, zoneOffsetMinutes: number): CivilDate =>
  dateOfDay(Math.floor((ms + zoneOffsetMinutes * 60_000) / DAY_MS))

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
