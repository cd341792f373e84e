import { answered, answerTo } from './deal-answers.ts'
import { draftOf, finish, note } from './deal-draft.ts'
import type { DealInput, DealState, DealStep, Terms } from './deal-state.ts'
import type { Action, CompiledFunnel } from './funnel-definition.ts'
import type { PathActor } from './path-event.ts'
import { readAction } from './read-action.ts'

type Input<K extends DealInput['is']> = Extract<DealInput, { is: K }>

/** A deed failed for good: it is told in the path, also of a closed deal, and kept for a person to repeat. */
export function fail(
  funnel: CompiledFunnel,
  terms: Terms,
  state: DealState,
  input: Input<'deed_failed'>,
): DealStep {
  const { effect, reason, at } = input
  const draft = draftOf(funnel, terms, state, at)
  draft.state.failed = [
    ...state.failed.filter(({ effect: { key } }) => key !== effect.key),
    { effect, reason, at },
  ]
  note(draft, {
    kind: 'deed_failed',
    title: `Не выполнено: ${readAction({ ...effect.args, action: effect.action } as Action, funnel, 'ru')}`,
    actor: { type: 'rule', id: effect.rule, name: null },
    data: { key: effect.key, reason },
    waitedMs: at - effect.at,
  })
  return finish(draft)
}

/** A person wants a failed deed done again; its key stays, so that it cannot be done twice. */
export function repeat(
  funnel: CompiledFunnel,
  terms: Terms,
  state: DealState,
  input: Input<'deed_repeated'>,
): DealStep | undefined {
  const failed = state.failed.find(({ effect }) => effect.key === input.key)
  if (!failed || answerTo(state, input.requestId)) return undefined
  const draft = draftOf(funnel, terms, state, input.at)
  draft.state.failed = state.failed.filter(other => other !== failed)
  draft.effects.push(failed.effect)
  const actor: PathActor = { type: 'user', id: input.by, name: null }
  note(draft, { kind: 'deed_repeated', title: 'Действие повторено', actor, data: { key: input.key } })
  return finish(answered(draft, input.requestId))
}
