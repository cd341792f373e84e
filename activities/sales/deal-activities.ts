import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { DealFacts } from '#domain/sales/deal-facts.ts'
import type { DealEffect, DealState } from '#domain/sales/deal-state.ts'
import type { CompiledFunnel } from '#domain/sales/funnel-definition.ts'
import type { PathEvent } from '#domain/sales/path-event.ts'
import type { DealProjection } from '#domain/sales/project-deal.ts'
import type { CalendarData } from '#domain/shared/working-calendar.ts'

/** The deeds of a deal's process. Every `key` is whole: it begins with the workflow's id. */
export interface DealActivities {
  /** Reads the funnel version the deal runs on and what is known of it. Changes nothing; needs no key. */
  openDeal(deed: OpenDeal): Promise<DealOpening>
  /**
   * Writes the path's lines under `key`, and the projection unless a later one stands there, in one transaction. May
   * not refuse: the process has already moved. A local activity.
   */
  recordDeal(record: DealRecord): Promise<void>
  /**
   * Carries out one action of a rule, once per `key`; a repeat answers what the first one did. Retried without end
   * (a letter: for a day). A deed that can never succeed throws a non-retryable failure with a code as its type:
   * the path then says so and the card offers to repeat it.
   */
  performDealAction(deed: DealActionDeed): Promise<DealActionResult>
}

export interface OpenDeal {
  dealId: string
  /** 1 for the first life of a deal, +1 with each reopening. */
  generation: number
}

export interface DealOpening {
  funnel: CompiledFunnel
  /** Hash of `canonicalFunnel(funnel)`, as kept with the published version. */
  sha256: string
  calendar: CalendarData
  /** As the base knows them now. */
  facts: DealFacts
  /** When the deal was created (or opened again), epoch ms; clocks count from it. */
  startedAt: number
  /** What the projection holds; a new generation counts on from it. 0 for a new deal. */
  seq: number
  /** Set where the process takes over a deal that already has a past (the founding, a migration). */
  state?: DealState
  /** Stage to begin on; null = the funnel's start. Set when a deal is opened again. */
  stage?: string | null
  /** Who created or reopened it (user id), if a person did. */
  by?: string | null
}

/** What the projection keeps of a state (`projectDeal`), and the path's new lines. */
export interface DealRecord extends DealProjection {
  dealId: string
  path: PathEvent[]
  /** `<workflow id>/<what was said to the deal>` (`dealStepKey`) */
  key: string
}

export interface DealActionDeed {
  dealId: string
  generation: number
  /** `action` and its arguments by the registry `funnelActions`; `rule` is the rule that asks, `at` when. */
  effect: DealEffect
  /** `<workflow id>/rule/<rule>/<time>/<action>` */
  key: string
}

export interface DealActionResult {
  /** Facts that the deed changed; the rules hear of them. */
  facts?: DealFacts
  /** Set where the deed is an event of its own (an invoice was drafted). */
  happened?: { event: DealEventKey; data: EventData }
}
