import type { EventData } from './deal-events.ts'

/** One line of a deal's path; becomes a row of `process_event`. Ids only: the writer fills in names. */
export interface PathEvent {
  /** English lower snake, stable. */
  kind: string
  /** A Russian sentence without personal data. */
  title: string
  actor: PathActor
  data: EventData
  /** Epoch ms. */
  at: number
  /** How long the process had waited for this, in ms of wall time; null where that means nothing. */
  waitedMs: number | null
  /** Stage the deal stands on after it. */
  stage: string | null
}
export interface PathActor {
  type: 'user' | 'rule' | 'system' | '1c' | 'client'
  id: string | null
  name: string | null
}
export const systemActor: PathActor = { type: 'system', id: null, name: null }
