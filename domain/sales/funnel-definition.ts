import type { Condition } from './condition.ts'
import type { DealEventKey } from './deal-events.ts'
import type { DealFactKey } from './deal-facts.ts'
import type { ActionArgs, ActionName } from './funnel-actions.ts'
import type { Words } from './words.ts'

/**
 * A funnel as its author writes it: plain JSON, nothing computed. `compileFunnel` turns it into a
 * `CompiledFunnel` or says what is wrong and where. A published version is immutable.
 */
export interface FunnelDefinition {
  key: string
  name: Words
  /** Key of the stage a new deal stands on. */
  start: string
  stages: StageDefinition[]
  /** Rules that hold on every stage. */
  rules?: Rule[]
}

export interface StageDefinition {
  key: string
  name: Words
  /** One of the eight quiet stage hues of the look, 0…7. */
  hue: number
  kind: StageKind
  /** How long a deal may stand here, in working minutes; null where there is no norm (closed stages). */
  normWorkingMinutes: number | null
  /** What the manager does on this stage, as an instruction. */
  purpose: Words
  /** What must hold before a deal may ENTER this stage. */
  requires?: Requirement[]
  /** Stages a person (or a rule of this stage) may move the deal to; the first is the main way. */
  to: string[]
  /** What the deal waits for on this stage and on whom; every entry whose condition holds is shown. */
  waits?: WaitDefinition[]
  /** Rules that hold only while the deal stands on this stage. */
  rules?: Rule[]
}

export type StageKind = 'work' | 'won' | 'lost'

export interface Requirement {
  fact: DealFactKey
  /** When this is absent the fact must simply be there: yes, above zero, or filled in. */
  if?: Condition
  title: Words
  /** The step that repairs the lack; the screen offers it as a button. */
  remedy?: Remedy
}

/** Steps a screen knows how to offer when something is missing. A closed list. */
export const remedies = [
  'fill_company',
  'add_contact',
  'record_answer',
  'set_lines',
  'plan_step',
  'make_offer',
  'send_offer',
  'accept_offer',
  'issue_invoice',
  'make_contract',
  'enter_payment',
  'request_shipment',
  'finish_request',
] as const
export type Remedy = (typeof remedies)[number]

/** Who is waited for: the deal's owner, a role of ours, or the client. */
export const waitedFor = [
  'owner',
  'head',
  'lawyer',
  'accountant',
  'warehouse',
  'marketer',
  'director',
  'client',
] as const
export type WaitedFor = (typeof waitedFor)[number]

export interface WaitDefinition {
  key: string
  who: WaitedFor
  what: Words
  if?: Condition
  /** Term in working minutes from the moment the wait began; absent = the stage's own norm. */
  workingMinutes?: number
}

export interface Rule {
  /** Unique in the whole funnel. */
  key: string
  title?: Words
  on: Trigger
  if?: Condition
  do: Action[]
  /** At most once per stay on a stage, or per deal; absent = each time. */
  once?: 'stage' | 'deal'
}

export type Trigger =
  | {
      event: DealEventKey
      /** The event's own data must equal these values. */
      where?: Record<string, string | number | boolean>
    }
  | { after: { workingMinutes: number; of: TermAnchor } }

/** What a term counts from: entering the stage, the deal's start, or the last time an event happened. */
export type TermAnchor = 'stage' | 'deal' | DealEventKey

export type Action = { [N in ActionName]: { action: N } & ActionArgs[N] }[ActionName]

/** The normal form: every optional part filled in. Plain JSON, carried in process payloads. */
export interface CompiledFunnel {
  language: 1
  key: string
  name: Words
  start: string
  stages: CompiledStage[]
  rules: CompiledRule[]
}
export interface CompiledStage extends Omit<StageDefinition, 'requires' | 'waits' | 'rules'> {
  requires: CompiledRequirement[]
  waits: CompiledWait[]
  rules: CompiledRule[]
}
export interface CompiledRequirement {
  fact: DealFactKey
  if: Condition
  title: Words
  remedy: Remedy | null
}
export interface CompiledWait {
  key: string
  who: WaitedFor
  what: Words
  if: Condition
  workingMinutes: number | null
}
export interface CompiledRule {
  key: string
  title: Words | null
  on: Trigger
  if: Condition
  do: Action[]
  once: 'stage' | 'deal' | null
}
