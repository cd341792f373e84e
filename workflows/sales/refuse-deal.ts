import { ApplicationFailure } from '@temporalio/common'
import { answerTo } from '#domain/sales/deal-answers.ts'
import { withFacts } from '#domain/sales/deal-facts.ts'
import type { DealState } from '#domain/sales/deal-state.ts'
import { stageOf } from '#domain/sales/find-in-funnel.ts'
import type { CompiledFunnel } from '#domain/sales/funnel-definition.ts'
import { type MoveAnswer, mayClose, mayMove } from '#domain/sales/may-move.ts'
import type { CloseDeal, MoveDeal, RepeatDeed } from './deal.messages.ts'

/** Throws why the deal may not be moved there now; a repeat of an answered command is let through. */
export function refuseMove(funnel: CompiledFunnel, state: DealState, command: MoveDeal): null {
  if (answerTo(state, command.requestId)) return null
  const answer = mayMove(funnel, state, withFacts(state.facts, command.facts), command.to)
  return judge(answer, {
    from: stageOf(funnel, state.stage)?.name ?? state.stage,
    to: stageOf(funnel, command.to)?.name ?? command.to,
  })
}

/** Throws why the deal may not be closed so now. */
export function refuseClose(funnel: CompiledFunnel, state: DealState, command: CloseDeal): null {
  if (answerTo(state, command.requestId)) return null
  return judge(mayClose(funnel, state, withFacts(state.facts, command.facts), command.how), {})
}

/** Throws why the deed may not be repeated: it has not failed, or is done by now. */
export function refuseRepeat(state: DealState, command: RepeatDeed): null {
  if (answerTo(state, command.requestId)) return null
  if (state.status !== 'open') throw ApplicationFailure.nonRetryable('DealClosed', 'DealClosed', {})
  if (!state.failed.some(({ effect }) => effect.key === command.key))
    throw ApplicationFailure.nonRetryable('NotFound', 'NotFound', {})
  return null
}

function judge(answer: MoveAnswer, words: Record<string, unknown>): null {
  if (answer.ok) return null
  const { code, missing } = answer
  throw ApplicationFailure.nonRetryable(code, code, code === 'MissingFacts' ? { missing } : words)
}
