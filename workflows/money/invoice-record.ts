import type { InvoiceRecord } from '#activities/money/invoice-activities.ts'
import type { PathEvent } from '../shared/path-event.ts'
import type { Change } from '../shared/run-process.ts'
import { invoiceWorkflowId } from './invoice.messages.ts'
import type { InvoiceEffect, InvoiceEvent, InvoiceProcessState } from './invoice.process.ts'

/** One move as the projection, the path and the deal are told of it. Pure: the founding tells its past by it too. */
export function invoiceRecord(
  invoiceId: string,
  { state, event, effects, path }: Change<InvoiceProcessState, InvoiceEvent, InvoiceEffect>,
): InvoiceRecord {
  return {
    invoiceId,
    seq: state.seq,
    status: state.status,
    paidKopecks: state.paidKopecks,
    fileId: state.fileId,
    voidReason: state.voidReason,
    closedAt: state.closedAt,
    notice: noticeOf(invoiceId, state, event, path),
    path: [...path],
    key: invoiceKey(invoiceId, businessStep(event, effects)),
  }
}

/** The repeat key of a deed: workflow id and business step. */
export const invoiceKey = (invoiceId: string, step: string): string =>
  `${invoiceWorkflowId(invoiceId)}/${step}`

/** The moves before the end that a deal's rules may care for; the end is told by `concludeInvoice`. */
function noticeOf(
  invoiceId: string,
  state: InvoiceProcessState,
  event: InvoiceEvent,
  path: readonly PathEvent[],
): InvoiceRecord['notice'] {
  if (path.some(({ kind }) => kind === 'invoice_partly_paid'))
    return { event: 'invoice_partly_paid', data: { invoiceId } }
  return event.is === 'clock' && state.overdue ? { event: 'invoice_overdue', data: { invoiceId } } : null
}

function businessStep(event: InvoiceEvent, effects: readonly InvoiceEffect[]): string {
  switch (event.is) {
    case 'opened':
      return 'opened'
    case 'rendered':
      return 'rendered'
    case 'paid':
      return `paid/${event.requestId}`
    case 'voided':
      return `void/${event.requestId}`
    case 'clock':
      return `time/${effects.map(effect => effect.key).join('+')}`
    case 'deed_failed':
      return `failed/${event.deed}/${event.at}`
  }
}
