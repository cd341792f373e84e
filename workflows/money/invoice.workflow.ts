import '../shared/drop-temporal-global.ts'
import { continueAsNew, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { InvoiceActivities } from '#activities/money/invoice-activities.ts'
import { prepareProcess } from '../shared/run-process.ts'
import { type Terms, termsOf } from '../shared/terms.ts'
import {
  type InvoiceResult,
  type InvoiceStart,
  invoicePaidSignal,
  invoiceStateQuery,
  invoiceVoidedSignal,
} from './invoice.messages.ts'
import {
  type InvoiceEffect,
  type InvoiceEvent,
  type InvoiceProcessState,
  isOpenInvoice,
  newInvoice,
  nextInvoiceTimer,
  stepInvoice,
} from './invoice.process.ts'
import { invoiceKey, invoiceRecord } from './invoice-record.ts'

const soon = proxyLocalActivities<InvoiceActivities>({ startToCloseTimeout: '10 s' })
const notices = proxyActivities<InvoiceActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20 s',
  scheduleToCloseTimeout: '1 day',
})
const printer = proxyActivities<InvoiceActivities>({
  taskQueue: 'render',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 s',
})

/** Watches one issued invoice: prints it, reminds before the term, reports at it, ends paid or void. */
export async function invoice({ invoiceId, carried }: InvoiceStart): Promise<InvoiceResult> {
  let terms: Terms
  let dealId: string

  async function perform(effect: InvoiceEffect): Promise<InvoiceEvent | undefined> {
    const key = invoiceKey(invoiceId, effect.key)
    if (effect.do === 'render') {
      const { fileId } = await printer.renderInvoice({ invoiceId, key })
      return { is: 'rendered', fileId, at: Date.now() }
    }
    if (effect.do === 'remind')
      await notices.remindInvoice({ invoiceId, kind: effect.kind, dueAt: effect.dueAt, key })
    else {
      const { outcome, reason, at } = effect
      await soon.concludeInvoice({ invoiceId, dealId, outcome, reason, at, key })
    }
    return undefined
  }

  const running = prepareProcess<InvoiceProcessState, InvoiceEvent, InvoiceEffect>({
    step: (state, event) => stepInvoice(terms, state, event),
    isOpen: isOpenInvoice,
    nextTimer: nextInvoiceTimer,
    clock: at => ({ is: 'clock', at }),
    record: change => soon.recordInvoice(invoiceRecord(invoiceId, change)),
    perform,
    isAside: effect => effect.do !== 'conclude',
    failed: (effect, reason) =>
      effect.do === 'conclude'
        ? undefined
        : {
            is: 'deed_failed',
            deed: effect.do === 'render' ? 'render' : effect.kind,
            reason,
            at: Date.now(),
          },
    continueAs: state => continueAsNew<typeof invoice>({ invoiceId, carried: state }),
  })

  running.onSignal(invoicePaidSignal, ({ paidKopecks, paymentId, by, messageId }) => ({
    is: 'paid',
    paidKopecks,
    paymentId,
    by,
    requestId: messageId,
    at: Date.now(),
  }))
  running.onSignal(invoiceVoidedSignal, ({ reason, by, messageId }) => ({
    is: 'voided',
    reason,
    by,
    requestId: messageId,
    at: Date.now(),
  }))
  setHandler(invoiceStateQuery, running.state)

  const plan = await soon.openInvoice({ invoiceId })
  terms = termsOf(plan.calendar)
  dealId = plan.dealId
  const known = carried ?? plan.state
  const end = await running.run(
    known ?? newInvoice(plan),
    known ? undefined : { is: 'opened', by: plan.by, at: plan.startedAt },
  )
  if (end.status !== 'paid' && end.status !== 'void')
    throw new Error('unreachable: an open invoice does not end')
  return { status: end.status }
}
