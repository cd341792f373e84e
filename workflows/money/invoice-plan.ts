import type { CalendarData } from '#domain/shared/working-time.ts'

/** Everything an issued invoice's process needs to run; read once at its start. */
export interface InvoicePlan {
  dealId: string
  /** Kopecks as decimal strings. */
  grossKopecks: string
  /** What was matched before the process began. */
  paidKopecks: string
  /** The end of the working day by which it must be paid, epoch ms. */
  dueAt: number
  /** When it was issued, epoch ms. */
  startedAt: number
  /** Who issued it (user id), null when the rule did. */
  by: string | null
  /** The printed file, where there is one already. */
  fileId: string | null
  calendar: CalendarData
}
