import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { DealFacts } from '#domain/sales/deal-facts.ts'
import type { DealAnswer, DealState, DealStatus } from '#domain/sales/deal-state.ts'
import type { PathActor } from '#domain/sales/path-event.ts'

export const dealWorkflowType = 'deal'

/** A reopened deal is a process of its own; the first keeps its history. */
export const dealWorkflowId = (dealId: string, generation = 1) =>
  generation === 1 ? `deal/${dealId}` : `deal/${dealId}/${generation}`

/** The key of the first move of a generation, below its workflow id. */
export const startedStep = 'started'

export interface DealStart {
  dealId: string
  /** 1 unless the deal was opened again. */
  generation?: number
  /** Only from continue-as-new: where it stood, and by which definition. */
  carried?: { state: DealState; sha256: string }
}

/**
 * Moves the deal to a stage for a person. `facts` are read by the route in SQL just before, so that the
 * judgement is made on what the person sees.
 * Refused with `StageMoveNotAllowed` (`{ from, to }`), `MissingFacts` (`{ missing }`, each with words and remedy), `DealClosed`.
 */
export const moveDealUpdate = defineUpdate<DealAnswer, [MoveDeal]>('moveDeal')
export interface MoveDeal {
  to: string
  /** User id. */
  by: string
  requestId: string
  facts?: DealFacts
}

/** Wins or loses the deal. Refused with `MissingFacts` (a win's demands), `DealClosed`. */
export const closeDealUpdate = defineUpdate<DealAnswer, [CloseDeal]>('closeDeal')
export interface CloseDeal {
  how: 'won' | 'lost'
  reason: string | null
  by: string
  requestId: string
  facts?: DealFacts
}

/** Does a rule's failed deed again, under its old key. Refused with `DealClosed`, `NotFound`. */
export const repeatDeedUpdate = defineUpdate<DealAnswer, [RepeatDeed]>('repeatDeed')
export interface RepeatDeed {
  /** Key of the effect, as in the state's `failed` and in the path's `deed_failed` line. */
  key: string
  by: string
  requestId: string
}

/** Something happened that a rule may care for. A repeated `messageId` is taken once. */
export const dealHappenedSignal = defineSignal<[DealHappened]>('dealHappened')
export interface DealHappened {
  event: DealEventKey
  data: EventData
  facts?: DealFacts
  messageId: string
  /** Who did it; the system when absent. Ids only. */
  actor?: PathActor
}

export interface DealResult {
  status: DealStatus
}

/** Where the process stands right now; for an operator's drawer, never for lists. */
export const dealStateQuery = defineQuery<DealState | null>('dealState')
