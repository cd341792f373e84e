import { addDays, type CivilDate } from '#domain/shared/civil-date.ts'
import { russianCalendar } from '#domain/shared/russian-calendar.ts'
import { addWorkingMinutes, companyDate } from '#domain/shared/working-time.ts'
import type { DemoPerson } from './demo-person.ts'
import type { Changes } from './watch-changes.ts'

/** What the demo's stories are told with. */
export interface Demo {
  url: string
  changes: Changes
  /** A signed-in person of «Веник-Опт» by login or by id. */
  person(login: string): DemoPerson
  /** @throws Error when the catalogue does not have it */
  offering(sku: string): string
  client(key: string): ClientAtHand
  dates: DemoDates
}
export interface ClientAtHand {
  id: string
  contactId: string
  manager: DemoPerson
  phone: string
  email: string
  inn: string | null
  name: string
}

/** Dates relative to the founding, so that a founding that is repeated says the same. */
export interface DemoDates {
  /** ISO time so many working minutes after the founding, or before it. */
  work(minutes: number): string
  /** Date so many days after the founding. */
  day(days: number): CivilDate
}

export function datesFrom(foundedAt: Date): DemoDates {
  const calendar = russianCalendar()
  const start = Math.floor(foundedAt.getTime() / 60_000) * 60_000
  return {
    work: minutes => new Date(addWorkingMinutes(calendar, start, minutes)).toISOString(),
    day: days => addDays(companyDate(calendar, start), days),
  }
}

/** A working hour and a working day, in working minutes. */
export const HOUR = 60
export const DAY = 8 * HOUR
