import { addWorkingMinutes, type CalendarData, workingMinutesBetween } from '#domain/shared/working-time.ts'

/** The company's working time as a process needs it; instants in epoch ms, terms in working minutes. */
export interface Terms {
  after(fromMs: number, workingMinutes: number): number
  /** Working minutes from a to b. */
  between(a: number, b: number): number
}

export const termsOf = (calendar: CalendarData): Terms => ({
  after: (fromMs, minutes) => addWorkingMinutes(calendar, fromMs, minutes),
  between: (a, b) => workingMinutesBetween(calendar, a, b),
})

/** When a person is warned of a deadline: a quarter of the working time before it; null when it has passed. */
export function warnBefore(terms: Terms, from: number, due: number): number | null {
  if (due <= from) return null
  const at = terms.after(from, Math.floor(terms.between(from, due) * 0.75))
  return at < due ? at : null
}
