import { ApplicationFailure } from '@temporalio/common'
import type { ApprovalActivities, ApprovalOpening } from '#activities/approvals/approval-activities.ts'
import type { OfferActivities } from '#activities/documents/offer-activities.ts'
import type { PaperActivities } from '#activities/documents/paper-activities.ts'
import type { LetterActivities } from '#activities/engagement/letter-activities.ts'
import type { InvoiceActivities, InvoiceOpening } from '#activities/money/invoice-activities.ts'
import type { RequestActivities, RequestOpening } from '#activities/requests/request-activities.ts'
import type { DealActivities, DealOpening } from '#activities/sales/deal-activities.ts'
import { compiled } from '#domain/sales/deal-for-tests.ts'
import { wholesale } from '#domain/sales/funnels/wholesale.ts'
import type { CalendarData } from '#domain/shared/working-time.ts'
import type { LetterOutcome } from '#workflows/engagement/letter.messages.ts'
import type { PathEvent } from '#workflows/shared/path-event.ts'

/** One deed as it was asked for the first time. */
export interface Deed {
  name: string
  key: string
  asked: object
}

type Activities = ApprovalActivities &
  RequestActivities &
  InvoiceActivities &
  DealActivities &
  OfferActivities &
  PaperActivities &
  LetterActivities

/** What the processes find when they open. */
export interface Openings {
  deals?: Record<string, DealOpening>
  approvals?: Record<string, ApprovalOpening>
  requests?: Record<string, RequestOpening>
  invoices?: Record<string, InvoiceOpening>
  /** What the mail server makes of a letter. */
  letters?: Record<string, LetterOutcome>
  /** Documents of whose data no paper can be made. */
  unprintable?: readonly string[]
}

/**
 * The deeds of the processes over a list in memory: each key takes effect once, a repeat answers what is stored.
 * `before` may break or hold a deed to see what the process makes of it.
 */
export function fakeDeeds(
  openings: Openings,
  before: (name: string, key: string) => Promise<void> = async () => {},
) {
  const deeds: Deed[] = []
  const stored = new Map<string, unknown>()
  const once =
    <Asked extends { key: string }, Result>(name: string, result: (asked: Asked) => Result) =>
    async (asked: Asked): Promise<Result> => {
      await before(name, asked.key)
      if (!stored.has(asked.key)) {
        stored.set(asked.key, result(asked))
        deeds.push({ name, key: asked.key, asked })
      }
      return stored.get(asked.key) as Result
    }
  const nothing = () => undefined
  const print = (documentId: string) => {
    if (openings.unprintable?.includes(documentId))
      throw ApplicationFailure.nonRetryable('no lines', 'PaperDataInvalid')
  }
  const activities: Activities = {
    openDeal: async ({ dealId }) => found(openings.deals?.[dealId]),
    recordDeal: once('recordDeal', nothing),
    performDealAction: once('performDealAction', ({ effect }) =>
      effect.action === 'create_invoice' ? { facts: { invoiceStatus: 'draft' as const } } : {},
    ),
    openApproval: async ({ approvalId }) => found(openings.approvals?.[approvalId]),
    recordApproval: once('recordApproval', nothing),
    concludeApproval: once('concludeApproval', nothing),
    remindApprover: once('remindApprover', nothing),
    escalateApproval: once('escalateApproval', nothing),
    openRequest: async ({ requestId }) => found(openings.requests?.[requestId]),
    recordRequest: once('recordRequest', nothing),
    concludeRequest: once('concludeRequest', nothing),
    warnPromise: once('warnPromise', nothing),
    openInvoice: async ({ invoiceId }) => found(openings.invoices?.[invoiceId]),
    renderInvoice: once('renderInvoice', ({ invoiceId }) => ({ fileId: `file-of-${invoiceId}` })),
    recordInvoice: once('recordInvoice', nothing),
    concludeInvoice: once('concludeInvoice', nothing),
    remindInvoice: once('remindInvoice', nothing),
    expireOffer: once('expireOffer', nothing),
    printPaper: once('printPaper', ({ id }) => print(id)),
    tellPaperFailed: once('tellPaperFailed', nothing),
    attachPaper: once('attachPaper', ({ paper }) => print(paper.id)),
    sendLetter: once('sendLetter', ({ letterId }) => found(openings.letters?.[letterId])),
    recordLetter: once('recordLetter', nothing),
  }
  return {
    activities,
    deeds,
    /** Names of the deeds done of a process, in order. */
    names: (workflowId: string) =>
      deeds.filter(deed => deed.key.startsWith(`${workflowId}/`)).map(deed => deed.name),
    /** Kinds of the path's lines of a process, in the order they were written. */
    path: (workflowId: string) =>
      deeds
        .filter(deed => deed.key.startsWith(`${workflowId}/`))
        .flatMap(({ asked }) => ('path' in asked ? (asked.path as PathEvent[]).map(line => line.kind) : [])),
    /** The sequence numbers as they reached the projection. */
    seqs: (workflowId: string) =>
      deeds
        .filter(deed => deed.key.startsWith(`${workflowId}/`))
        .flatMap(({ asked }) => ('seq' in asked ? [asked.seq as number] : [])),
  }
}

function found<T>(opening: T | undefined): T {
  if (opening === undefined) throw new Error('the base does not know this id')
  return opening
}

const DAY = 86_400_000

/** A calendar that works day and night around an instant (epoch ms): a working minute is a minute. */
export function workingNonStop(around: number): CalendarData {
  const days = Array.from({ length: 120 }, (_, i) =>
    new Date(around + (i - 30) * DAY).toISOString().slice(0, 10),
  )
  return {
    hours: { start: '00:00', end: '24:00', zoneOffsetMinutes: 0 },
    years: [],
    days: Object.fromEntries(days.map(day => [day, 'work' as const])),
  }
}

/** A deal on the wholesale funnel. */
export const aDeal = (now: number, given: Partial<DealOpening> = {}): DealOpening => ({
  funnel: compiled(wholesale),
  sha256: 'hash-of-wholesale',
  calendar: workingNonStop(now),
  facts: {},
  startedAt: now,
  seq: 0,
  ...given,
})

/** A contract for the lawyer; more steps by name. */
export const anApproval = (now: number, given: Partial<ApprovalOpening> = {}): ApprovalOpening => ({
  subject: { type: 'contract', id: 'contract-1' },
  dealId: 'deal-1',
  authorId: 'vasily',
  steps: [aStep('lawyer')],
  calendar: workingNonStop(now),
  startedAt: now,
  ...given,
})

export const aStep = (stepId: string, given: Partial<ApprovalOpening['steps'][number]> = {}) => ({
  stepId,
  group: 0,
  role: 'lawyer',
  title: 'Юрист',
  assigneeId: 'larisa',
  seats: ['larisa', 'pyotr'],
  escalateTo: ['director'],
  termWorkingMinutes: 480,
  ...given,
})

/** A warehouse request for twenty brooms. */
export const aRequest = (now: number, given: Partial<RequestOpening> = {}): RequestOpening => ({
  dealId: 'deal-1',
  authorId: 'vasily',
  seatId: 'warehouse',
  lines: [
    {
      lineId: 'brooms',
      offeringId: 'green',
      quantity: '20',
      pickedQuantity: '0',
      shippedQuantity: '0',
      shortQuantity: '0',
    },
  ],
  promisedAt: null,
  calendar: workingNonStop(now),
  startedAt: now,
  ...given,
})

/** An invoice of 240 000 roubles, due in five days. */
export const anInvoice = (now: number, given: Partial<InvoiceOpening> = {}): InvoiceOpening => ({
  dealId: 'deal-1',
  grossKopecks: '24000000',
  paidKopecks: '0',
  dueAt: now + 5 * DAY,
  startedAt: now,
  by: 'anna',
  fileId: null,
  calendar: workingNonStop(now),
  ...given,
})
