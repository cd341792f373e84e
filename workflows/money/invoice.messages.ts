import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { Command, CommandAnswer } from '../shared/command.ts'
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
 * Voids the invoice; the number stays with the reason.
 * Refused with `InvoiceVoid`, `InvoicePaid` (any money on it), `ReasonRequired`.
 */
export const voidInvoiceUpdate = defineUpdate<CommandAnswer, [VoidInvoice]>('voidInvoice')
export interface VoidInvoice extends Command {
  reason: string
}

/** Where the process stands right now; for an operator's drawer, never for lists. */
export const invoiceStateQuery = defineQuery<InvoiceProcessState | null>('invoiceState')

/** What the workflow answers when it ends. */
export interface InvoiceResult {
  status: 'paid' | 'void'
}
