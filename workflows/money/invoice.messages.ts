import { defineQuery, defineSignal } from '@temporalio/workflow'
import type { InvoiceProcessState } from './invoice.process.ts'

export const invoiceWorkflowType = 'invoice'
export const invoiceWorkflowId = (invoiceId: string): string => `invoice/${invoiceId}`

/** Started when the invoice is issued (it has its number), never for a draft. */
export interface InvoiceStart {
  invoiceId: string
  /** Only from continue-as-new: where it stood. */
  carried?: InvoiceProcessState
}

/** Money was matched to the invoice, or taken off it. A repeated `messageId` is taken once. */
export const invoicePaidSignal = defineSignal<[InvoicePaid]>('invoicePaid')
export interface InvoicePaid {
  /** The whole sum matched to the invoice by now, kopecks as a decimal string. */
  paidKopecks: string
  paymentId: string
  /** Who matched it (user id); null when a rule or 1C did. */
  by: string | null
  /** Unique per message: the outbox row's own id serves. */
  messageId: string
}

/**
 * The invoice was voided; its number stays with the reason. Not a command: whether an invoice is void or takes money
 * is decided where the money is, under the lock of its row. A repeated `messageId` is taken once.
 */
export const invoiceVoidedSignal = defineSignal<[InvoiceVoided]>('invoiceVoided')
export interface InvoiceVoided {
  reason: string
  /** Who voided it (user id). */
  by: string
  messageId: string
}

/** Where the process stands right now; for an operator's drawer, never for lists. */
export const invoiceStateQuery = defineQuery<InvoiceProcessState | null>('invoiceState')

/** What the workflow answers when it ends. */
export interface InvoiceResult {
  status: 'paid' | 'void'
}
