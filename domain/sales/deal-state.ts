import type { DealEventKey, EventData } from './deal-events.ts'
import type { DealFacts } from './deal-facts.ts'
import type { ActionArgs, WorldAction } from './funnel-actions.ts'
import type { Remedy, WaitedFor } from './funnel-definition.ts'
import type { PathActor, PathEvent } from './path-event.ts'
import type { Words } from './words.ts'

/** Where one deal's process stands. Plain JSON: it travels through continue-as-new. Times are epoch ms. */
export interface DealState {
  /** Form of this object itself, for states of older code. */
  form: 1
  /** 1 for the first life of a deal; each reopening adds one (and is a process of its own). */
  generation: number
  status: DealStatus
  stage: string
  stageSince: number
  /** When the stage's norm runs out; null without a norm. */
  stageDue: number | null
  /** The norm has run out while the deal stands here. */
  overdue: boolean
  startedAt: number
  /** Grows by exactly one with every change; the projection keeps the greatest. */
  seq: number
  facts: DealFacts
  /** Sorted by term, then by key. */
  timers: DealTimer[]
  waits: DealWait[]
  missing: MissingFact[]
  /** Event → when it last happened (terms count from it). */
  seen: Partial<Record<DealEventKey, number>>
  /** Rule → how often it has fired; part of the effects' keys. */
  fired: Record<string, number>
  /** Rule that may fire once → where it did: `deal`, or the number of the stay. */
  spent: Record<string, string>
  /** Rule with a term → the moment its last used-up term counted from. */
  terms: Record<string, number>
  /** How many stages were entered: the number of the present stay. */
  stays: number
  /** The last answered commands, oldest first. */
  answers: DealAnswer[]
  /** The last messages taken, oldest first. */
  messages: string[]
  /** Deeds of rules that failed for good and wait for a person to repeat them. */
  failed: FailedDeed[]
  /** Why it was lost (or a remark to a win). */
  reason: string | null
}

export type DealStatus = 'open' | 'won' | 'lost'
export interface DealTimer {
  key: string
  /** Rule's key; null for the stage's own norm. */
  rule: string | null
  dueAt: number
  /** What the term counted from. */
  from: number
}
export interface DealWait {
  key: string
  /** Russian words of the funnel's author. */
  what: string
  who: WaitedFor
  since: number
  due: number | null
}
export interface MissingFact {
  fact: string
  title: Words
  remedy: Remedy | null
}
export interface FailedDeed {
  effect: DealEffect
  /** A code or a short technical sentence, no personal data. */
  reason: string
  at: number
}
export interface DealAnswer {
  requestId: string
  status: DealStatus
  stage: string
  seq: number
}

/** What may reach a deal. `at`/`now` are the engine's epoch ms. */
export type DealInput =
  | {
      is: 'started'
      at: number
      facts: DealFacts
      generation?: number
      stage?: string | null
      by?: string | null
    }
  | { is: 'moved'; to: string; by: string; requestId: string; facts?: DealFacts; at: number }
  | {
      is: 'closed'
      how: 'won' | 'lost'
      reason: string | null
      by: string
      requestId: string
      facts?: DealFacts
      at: number
    }
  | {
      is: 'happened'
      event: DealEventKey
      data: EventData
      facts?: DealFacts
      messageId: string
      actor?: PathActor
      at: number
    }
  /** `deed`: the key of the deed that found it. */
  | { is: 'facts_changed'; facts: DealFacts; at: number; actor?: PathActor; deed?: string }
  | { is: 'deed_failed'; effect: DealEffect; reason: string; at: number }
  | { is: 'deed_repeated'; key: string; by: string; requestId: string; at: number }
  | { is: 'clock'; now: number }

/** A deed for the world. `key` is a business step of this process: no time, no attempt, no run in it. */
export type DealEffect = {
  [N in WorldAction]: { do: 'act'; action: N; args: ActionArgs[N]; key: string; rule: string; at: number }
}[WorldAction]

export interface DealStep {
  state: DealState
  effects: DealEffect[]
  path: PathEvent[]
}
/** The working calendar as the stepper needs it. */
export interface Terms {
  /** The moment that many working minutes after `fromMs`; monotone, and later than `fromMs` for minutes ≥ 1. */
  addWorkingMinutes(fromMs: number, minutes: number): number
}
