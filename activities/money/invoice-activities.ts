import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { InvoiceProcessState, IssuedStatus } from '#workflows/money/invoice.process.ts'
import type { InvoicePlan } from '#workflows/money/invoice-plan.ts'
import type { PathEvent } from '#workflows/shared/path-event.ts'

/** The deeds of an issued invoice's process. Keys are whole: workflow id + business step. */
export interface InvoiceActivities {
  /** Reads the invoice as it was issued. Changes nothing; needs no key. A local activity. */
  openInvoice(deed: { invoiceId: string }): Promise<InvoiceOpening>
  /**
   * Prints the invoice and keeps the file, once per `invoice/<id>/render`: a repeat answers the same file. Task queue
   * `render`, an ordinary activity, retried until the printer is there.
   */
  renderInvoice(deed: { invoiceId: string; key: string }): Promise<{ fileId: string }>
  /**
   * Writes the projection (where its seq is lower), the path's lines and the notice to the deal (outbox): one
   * transaction under `key` (`invoice/<id>/opened`, `…/paid/<message id>` …). May not refuse. A local activity.
   */
  recordInvoice(record: InvoiceRecord): Promise<void>
  /** Closes participation and tells the deal by the outbox, once per `invoice/<id>/conclude`. A local activity. */
  concludeInvoice(deed: ConcludeInvoice): Promise<void>
  /** Reminds the author (soon) or the author and the head (overdue), once per `invoice/<id>/remind/<kind>`. */
  remindInvoice(deed: InvoiceReminder): Promise<void>
}

export interface InvoiceOpening extends InvoicePlan {
  /** Set where the process takes over an invoice that already has a past (the founding). */
  state?: InvoiceProcessState
}

export interface InvoiceRecord {
  invoiceId: string
  seq: number
  status: IssuedStatus
  paidKopecks: string
  fileId: string | null
  voidReason: string | null
  /** Epoch ms; null while open. */
  closedAt: number | null
  /** What the deal is told of this move; the writer adds the invoice's number to the data. */
  notice: { event: DealEventKey; data: EventData } | null
  path: PathEvent[]
  key: string
}

export interface ConcludeInvoice {
  invoiceId: string
  dealId: string
  outcome: 'paid' | 'void'
  /** Why it was voided. */
  reason: string | null
  at: number
  key: string
}

export interface InvoiceReminder {
  invoiceId: string
  kind: 'soon' | 'overdue'
  /** Epoch ms. */
  dueAt: number
  key: string
}
