import { remember } from '../shared/command.ts'
import { type PathEvent, pathEvent } from '../shared/path-event.ts'
import type { DueTimer, Outcome } from '../shared/run-process.ts'
import { type Terms, warnBefore } from '../shared/terms.ts'
import type { InvoicePlan } from './invoice-plan.ts'

/** What an invoice can be once it has its number. */
export type IssuedStatus = 'issued' | 'partly_paid' | 'paid' | 'overdue' | 'void'

/** Where an issued invoice stands. Plain JSON: it travels through continue-as-new. Times epoch ms, money kopecks. */
export interface InvoiceProcessState {
  form: 1
  /** Grows by one with every change; 0 before `opened`. */
  seq: number
  status: IssuedStatus
  startedAt: number
  /** Decimal strings. */
  grossKopecks: string
  paidKopecks: string
  dueAt: number
  remindAt: number | null
  reminded: boolean
  overdue: boolean
  fileId: string | null
  voidReason: string | null
  closedAt: number | null
  /** The last commands and messages taken, oldest first. */
  requests: string[]
}

export type InvoiceEvent =
  | { is: 'opened'; by: string | null; at: number }
  | { is: 'rendered'; fileId: string; at: number }
  | { is: 'paid'; paidKopecks: string; paymentId: string; by: string | null; requestId: string; at: number }
  | { is: 'voided'; reason: string; by: string; requestId: string; at: number }
  | { is: 'clock'; at: number }
  | { is: 'deed_failed'; deed: 'render' | 'soon' | 'overdue'; reason: string; at: number }

export type InvoiceEffect =
  | { do: 'render'; key: string }
  | { do: 'remind'; kind: 'soon' | 'overdue'; dueAt: number; key: string }
  | { do: 'conclude'; outcome: 'paid' | 'void'; reason: string | null; at: number; key: string }

type Result = Outcome<InvoiceProcessState, InvoiceEffect>
type Event<Is extends InvoiceEvent['is']> = Extract<InvoiceEvent, { is: Is }>

export const newInvoice = (plan: InvoicePlan): InvoiceProcessState => ({
  form: 1,
  seq: 0,
  // @NOTE money matched before the start also comes as a message behind it; that message closes the invoice
  status: plan.paidKopecks === '0' ? 'issued' : 'partly_paid',
  startedAt: plan.startedAt,
  grossKopecks: plan.grossKopecks,
  paidKopecks: plan.paidKopecks,
  dueAt: plan.dueAt,
  remindAt: null,
  reminded: false,
  overdue: false,
  fileId: plan.fileId,
  voidReason: null,
  closedAt: null,
  requests: [],
})

/** Where we stand and what happened → where we stand now and what must be done. Total, never throws. */
export function stepInvoice(terms: Terms, state: InvoiceProcessState, event: InvoiceEvent): Result {
  const still: Result = { state, effects: [], path: [] }
  if (event.is === 'rendered') return rendered(state, event)
  if (event.is === 'deed_failed') return deedFailed(state, event)
  if (!isOpenInvoice(state) || (event.is === 'opened') !== (state.seq === 0)) return still
  if (event.is === 'opened') return opened(terms, state, event)
  if (event.is === 'clock') return timePassed(state, event.at)
  if (state.requests.includes(event.requestId)) return still
  if (event.is === 'voided') return voided(state, event)
  return paid(state, event)
}

export const isOpenInvoice = ({ status }: InvoiceProcessState): boolean =>
  status !== 'paid' && status !== 'void'

/** The reminder before the due date, then the due date; nothing once overdue. */
export function nextInvoiceTimer({
  reminded,
  remindAt,
  overdue,
  dueAt,
}: InvoiceProcessState): DueTimer | null {
  if (overdue) return null
  return !reminded && remindAt !== null
    ? { dueAt: remindAt, summary: 'Напоминание об оплате счёта' }
    : { dueAt, summary: 'Срок оплаты счёта' }
}

function opened(terms: Terms, state: InvoiceProcessState, { at, by }: Event<'opened'>): Result {
  return {
    state: { ...state, seq: 1, remindAt: warnBefore(terms, at, state.dueAt) },
    effects: state.fileId ? [] : [{ do: 'render', key: 'render' }],
    path: [
      pathEvent({ kind: 'invoice_issued', title: 'Счёт выставлен', at, by, data: { dueAt: state.dueAt } }),
    ],
  }
}

const rendered = (state: InvoiceProcessState, { fileId, at }: Event<'rendered'>): Result =>
  state.fileId === fileId
    ? { state, effects: [], path: [] }
    : {
        state: { ...state, seq: state.seq + 1, fileId },
        effects: [],
        path: [pathEvent({ kind: 'document_rendered', title: 'Счёт напечатан', at, data: { fileId } })],
      }

function paid(state: InvoiceProcessState, event: Event<'paid'>): Result {
  const { at, by, paymentId, paidKopecks } = event
  if (!/^\d{1,18}$/.test(paidKopecks)) return { state, effects: [], path: [] }
  const [before, now, gross] = [BigInt(state.paidKopecks), BigInt(paidKopecks), BigInt(state.grossKopecks)]
  const status =
    now > 0n && now >= gross ? 'paid' : state.overdue ? 'overdue' : now > 0n ? 'partly_paid' : 'issued'
  const next: InvoiceProcessState = {
    ...state,
    seq: state.seq + 1,
    status,
    paidKopecks: now.toString(),
    closedAt: status === 'paid' ? at : null,
    requests: remember(state.requests, event.requestId),
  }
  const line = pathEvent({
    kind: now < before ? 'payment_unmatched' : status === 'paid' ? 'invoice_paid' : 'invoice_partly_paid',
    title:
      now < before ? 'Оплата снята со счёта' : status === 'paid' ? 'Счёт оплачен' : 'Счёт оплачен частично',
    at,
    by,
    waitedMs: at - state.startedAt,
    data: { paymentId, paidKopecks: next.paidKopecks, grossKopecks: state.grossKopecks },
  })
  return { state: next, effects: status === 'paid' ? [conclude('paid', null, at)] : [], path: [line] }
}

const voided = (state: InvoiceProcessState, { reason, by, requestId, at }: Event<'voided'>): Result => ({
  state: {
    ...state,
    seq: state.seq + 1,
    status: 'void',
    voidReason: reason,
    closedAt: at,
    requests: remember(state.requests, requestId),
  },
  effects: [conclude('void', reason, at)],
  path: [pathEvent({ kind: 'invoice_voided', title: 'Счёт аннулирован', at, by, data: { reason } })],
})

function timePassed(state: InvoiceProcessState, at: number): Result {
  const { dueAt, remindAt, reminded, overdue } = state
  const kind =
    !overdue && at >= dueAt
      ? 'overdue'
      : !reminded && !overdue && remindAt !== null && at >= remindAt
        ? 'soon'
        : null
  if (!kind) return { state, effects: [], path: [] }
  const seq = state.seq + 1
  const line = { at, waitedMs: at - state.startedAt, data: { dueAt } }
  const path: PathEvent[] =
    kind === 'soon'
      ? [pathEvent({ ...line, kind: 'payment_reminded', title: 'Напоминание: близится срок оплаты' })]
      : [pathEvent({ ...line, kind: 'invoice_overdue', title: 'Срок оплаты прошёл' })]
  return {
    state:
      kind === 'soon'
        ? { ...state, seq, reminded: true }
        : { ...state, seq, status: 'overdue', overdue: true },
    effects: [{ do: 'remind', kind, dueAt, key: `remind/${kind}` }],
    path,
  }
}

const deedFailed = (state: InvoiceProcessState, { deed, reason, at }: Event<'deed_failed'>): Result => ({
  state: { ...state, seq: state.seq + 1 },
  effects: [],
  path: [
    pathEvent({
      kind: deed === 'render' ? 'render_failed' : 'notice_failed',
      title: deed === 'render' ? 'Счёт не напечатан' : 'Напоминание об оплате не доставлено',
      at,
      data: { deed, reason },
    }),
  ],
})

const conclude = (outcome: 'paid' | 'void', reason: string | null, at: number): InvoiceEffect => ({
  do: 'conclude',
  outcome,
  reason,
  at,
  key: 'conclude',
})
