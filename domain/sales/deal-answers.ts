import type { Draft } from './deal-draft.ts'
import type { DealAnswer, DealState } from './deal-state.ts'

const REMEMBERED = 50

/** What a command of this id was answered, as long as it is remembered. */
export const answerTo = (state: DealState, requestId: string): DealAnswer | undefined =>
  state.answers.find(answer => answer.requestId === requestId)

/** Remembers what the command is answered, for its repeats. */
export function answered(draft: Draft, requestId: string): Draft {
  const { stage, status, answers } = draft.state
  const answer = { requestId, stage, status, seq: draft.before.seq + 1 }
  draft.state = { ...draft.state, answers: [...answers, answer].slice(-REMEMBERED) }
  return draft
}
