import type { Client, WorkflowHandle } from '@temporalio/client'
import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { DealFacts } from '#domain/sales/deal-facts.ts'
import {
  approvalWorkflowId,
  approvalWorkflowType,
  decideApprovalUpdate,
  delegateApprovalUpdate,
  withdrawApprovalUpdate,
} from '#workflows/approvals/approval.messages.ts'
import {
  offerDecidedSignal,
  offerWorkflowId,
  offerWorkflowType,
} from '#workflows/documents/offer.messages.ts'
import { type PaperStart, paperWorkflowId, paperWorkflowType } from '#workflows/documents/paper.messages.ts'
import {
  type LetterStart,
  letterWorkflowId,
  letterWorkflowType,
} from '#workflows/engagement/letter.messages.ts'
import {
  invoicePaidSignal,
  invoiceVoidedSignal,
  invoiceWorkflowId,
  invoiceWorkflowType,
} from '#workflows/money/invoice.messages.ts'
import {
  finishRequestUpdate,
  pickRequestUpdate,
  refuseRequestUpdate,
  reportShortageUpdate,
  requestWorkflowId,
  requestWorkflowType,
  shipRequestUpdate,
  takeRequestUpdate,
} from '#workflows/requests/request.messages.ts'
import {
  closeDealUpdate,
  dealHappenedSignal,
  dealWorkflowId,
  dealWorkflowType,
  moveDealUpdate,
} from '#workflows/sales/deal.messages.ts'
import { aDeal, anApproval, anInvoice, aRequest, aStep, type Openings } from './fake-deeds.ts'

/** A story whose history is kept: the names of the stories are the names of the files. */
export interface KeptStory {
  type: string
  workflowId: string
  start: object
  tell(handle: WorkflowHandle): Promise<unknown>
}

const SHORT_TERM = 0.05

/** What the base knows of the processes below; terms are seconds, so that a real engine tells them in seconds. */
export const openings = (now: number): Openings => ({
  deals: {
    sold: aDeal(now),
    late: aDeal(now, { startedAt: now - 3 * 3_600_000 }),
  },
  approvals: {
    handed: anApproval(now, { steps: [aStep('lawyer', { termWorkingMinutes: SHORT_TERM })] }),
    rejected: anApproval(now, { steps: [aStep('lawyer'), aStep('accountant')] }),
    grouped: anApproval(now, { steps: [aStep('lawyer'), aStep('director', { group: 1 })] }),
    withdrawn: anApproval(now),
  },
  requests: {
    parts: aRequest(now, { promisedAt: now + 4_000 }),
    refused: aRequest(now),
  },
  invoices: {
    late: anInvoice(now, { dueAt: now + 4_000 }),
    void: anInvoice(now, { fileId: 'file' }),
  },
  letters: {
    sent: { status: 'sent', messageId: '<sent@voronka>' },
    refused: { status: 'refused', problem: 'RecipientRefused' },
  },
  unprintable: ['empty'],
})

const command = (requestId: string) => ({ by: 'larisa', requestId })
const approve = (handle: WorkflowHandle, stepId: string) =>
  handle.executeUpdate(decideApprovalUpdate, {
    args: [{ stepId, verdict: 'approve', remark: null, ...command(`approve-${stepId}`) }],
  })
const brooms = (quantity: string) => ({ lines: [{ lineId: 'brooms', quantity }] })
const paid = (paidKopecks: string) => ({ paidKopecks, paymentId: 'p', by: 'anna', messageId: paidKopecks })

const hear = (handle: WorkflowHandle, event: DealEventKey, facts: DealFacts = {}, data: EventData = {}) =>
  handle.signal(dealHappenedSignal, { event, facts, data, messageId: event })
const deal = (id: string, tell: KeptStory['tell']): KeptStory => ({
  type: dealWorkflowType,
  workflowId: dealWorkflowId(id),
  start: { dealId: id },
  tell,
})
const approval = (id: string, tell: KeptStory['tell']): KeptStory => ({
  type: approvalWorkflowType,
  workflowId: approvalWorkflowId(id),
  start: { approvalId: id },
  tell,
})
const request = (id: string, tell: KeptStory['tell']): KeptStory => ({
  type: requestWorkflowType,
  workflowId: requestWorkflowId(id),
  start: { requestId: id },
  tell,
})
const invoice = (id: string, tell: KeptStory['tell']): KeptStory => ({
  type: invoiceWorkflowType,
  workflowId: invoiceWorkflowId(id),
  start: { invoiceId: id },
  tell,
})
const offer = (id: string, until: number, tell: KeptStory['tell'] = nothingSaid): KeptStory => ({
  type: offerWorkflowType,
  workflowId: offerWorkflowId(id),
  start: { offerId: id, until },
  tell,
})
const letter = (start: LetterStart): KeptStory => ({
  type: letterWorkflowType,
  workflowId: letterWorkflowId(start.letterId),
  start,
  tell: nothingSaid,
})
const paper = (start: PaperStart): KeptStory => ({
  type: paperWorkflowType,
  workflowId: paperWorkflowId(start),
  start,
  tell: nothingSaid,
})
/** Some processes end by themselves. */
async function nothingSaid(): Promise<void> {}

/** One of each kind of path that code must stay able to replay. `until` waits for a deed of the process. */
export const keptStories = (
  until: (deed: string, workflowId: string) => Promise<void>,
): Record<string, KeptStory> => ({
  'deal-won': deal('sold', async handle => {
    await hear(handle, 'first_answer', { firstAnswered: true })
    await hear(handle, 'lines_changed', { linesCount: 1, contactKnown: true })
    await handle.executeUpdate(moveDealUpdate, {
      args: [{ to: 'making_offer', by: 'vasily', requestId: 'move' }],
    })
    await hear(handle, 'offer_sent', { offerStatus: 'sent' })
    await hear(handle, 'offer_accepted', { offerStatus: 'accepted' })
    await hear(handle, 'invoice_issued', { invoiceStatus: 'issued' })
    await hear(handle, 'invoice_paid', { invoiceStatus: 'paid', fullyPaid: true })
    await hear(handle, 'request_done', { requestStatus: 'done', shipped: true })
    await hear(handle, 'task_done', { checkCallDone: true }, { kind: 'check_call' })
  }),
  'deal-answered-late-and-lost': deal('late', async handle => {
    await until('performDealAction', handle.workflowId)
    await hear(handle, 'first_answer', { firstAnswered: true })
    await handle.executeUpdate(closeDealUpdate, {
      args: [{ how: 'lost', reason: 'Дорого', by: 'vasily', requestId: 'close' }],
    })
  }),
  'approval-reminded-and-handed-over': approval('handed', async handle => {
    await until('escalateApproval', handle.workflowId)
    await approve(handle, 'lawyer')
  }),
  'approval-side-by-side-rejected': approval('rejected', async handle => {
    await approve(handle, 'accountant')
    await handle.executeUpdate(decideApprovalUpdate, {
      args: [{ stepId: 'lawyer', verdict: 'reject', remark: 'Нет приложения', ...command('reject') }],
    })
  }),
  'approval-two-groups-delegated': approval('grouped', async handle => {
    await approve(handle, 'lawyer')
    await handle.executeUpdate(delegateApprovalUpdate, {
      args: [{ stepId: 'director', to: 'olga', ...command('delegate') }],
    })
    await approve(handle, 'director')
  }),
  'approval-withdrawn': approval('withdrawn', handle =>
    handle.executeUpdate(withdrawApprovalUpdate, { args: [command('withdraw')] }),
  ),
  'request-short-and-shipped-in-parts': request('parts', async handle => {
    await handle.executeUpdate(takeRequestUpdate, { args: [command('take')] })
    await handle.executeUpdate(pickRequestUpdate, { args: [{ ...brooms('17'), ...command('pick') }] })
    await handle.executeUpdate(reportShortageUpdate, {
      args: [{ ...brooms('3'), expectedOn: null, ...command('short') }],
    })
    await handle.executeUpdate(shipRequestUpdate, {
      args: [{ ...brooms('17'), shipmentId: 's1', ...command('ship-1') }],
    })
    await until('warnPromise', handle.workflowId)
    await handle.executeUpdate(pickRequestUpdate, { args: [{ ...brooms('1'), ...command('pick-2') }] })
    await handle.executeUpdate(shipRequestUpdate, {
      args: [{ ...brooms('1'), shipmentId: 's2', ...command('ship-2') }],
    })
    await handle.executeUpdate(finishRequestUpdate, { args: [command('done')] })
  }),
  'request-refused': request('refused', handle =>
    handle.executeUpdate(refuseRequestUpdate, { args: [{ reason: 'Нет на складе', ...command('refuse') }] }),
  ),
  'invoice-overdue-and-paid-in-parts': invoice('late', async handle => {
    await handle.signal(invoicePaidSignal, paid('10000000'))
    await until('remindInvoice', handle.workflowId)
    await handle.signal(invoicePaidSignal, paid('24000000'))
  }),
  'invoice-void': invoice('void', handle =>
    handle.signal(invoiceVoidedSignal, { reason: 'Ошибка', by: 'anna', messageId: 'void' }),
  ),
  'offer-decided': offer('decided', Date.now() + 5 * 86_400_000, handle => handle.signal(offerDecidedSignal)),
  'offer-expired': offer('expired', Date.now() + 2_000),
  'paper-printed': paper({ subject: 'contract', id: 'contract', step: 'approved' }),
  'paper-not-printable': paper({ subject: 'invoice', id: 'empty', step: 'submitted/approval' }),
  'letter-with-paper-sent': letter({
    letterId: 'sent',
    paper: { subject: 'offer', id: 'offer' },
    by: 'vasily',
  }),
  'letter-refused': letter({ letterId: 'refused', by: 'vasily' }),
})

/** Starts the process of a story, tells it and waits for its end. */
export async function tellStory(
  client: Client,
  taskQueue: string,
  story: KeptStory,
): Promise<WorkflowHandle> {
  const { type, workflowId, start, tell } = story
  const handle = await client.workflow.start(type, { workflowId, taskQueue, args: [start] })
  await tell(handle)
  await handle.result()
  return handle
}
