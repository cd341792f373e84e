import type { DealState } from './deal-state.ts'

/** What lists, boards and the card show of a deal's process. Times are epoch ms. */
export type DealProjection = Pick<
  DealState,
  | 'generation'
  | 'seq'
  | 'status'
  | 'stage'
  | 'stageSince'
  | 'stageDue'
  | 'overdue'
  | 'missing'
  | 'waits'
  | 'facts'
  | 'failed'
  | 'reason'
> & {
  /** The nearest term of what is waited for, else the stage's own. */
  nextDue: number | null
  /** The whole state, for the founding, the doctor and a reopening. */
  state: DealState
}

/** What the base keeps of a state. */
export function projectDeal(state: DealState): DealProjection {
  const {
    generation,
    seq,
    status,
    stage,
    stageSince,
    stageDue,
    overdue,
    missing,
    waits,
    facts,
    failed,
    reason,
  } = state
  const dues = waits.flatMap(({ due }) => due ?? [])
  const nextDue = status !== 'open' ? null : dues.length > 0 ? Math.min(...dues) : stageDue
  return {
    generation,
    seq,
    status,
    stage,
    stageSince,
    stageDue,
    overdue,
    missing,
    waits,
    facts,
    failed,
    reason,
    nextDue,
    state,
  }
}
