import type { DealState, DealTimer, Terms } from './deal-state.ts'
import { rulesOn, stageOf } from './find-in-funnel.ts'
import type { CompiledFunnel, CompiledRule, TermAnchor } from './funnel-definition.ts'

/**
 * The terms that run now. They follow from where the deal stands and what has happened, so that they are
 * never armed or disarmed by hand: a stage left or a term used up is simply no longer among them.
 */
export function timersOf(funnel: CompiledFunnel, terms: Terms, state: DealState): DealTimer[] {
  if (state.status !== 'open') return []
  const timers = rulesOn(funnel, state.stage).flatMap(rule => timerOf(rule, terms, state))
  if (state.stageDue !== null && !state.overdue)
    timers.push({ key: 'norm', rule: null, dueAt: state.stageDue, from: state.stageSince })
  return timers.sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1))
}

/** When the norm of the stage runs out for a deal that entered it then. */
export function stageDueOf(
  funnel: CompiledFunnel,
  terms: Terms,
  stage: string,
  since: number,
): number | null {
  const norm = stageOf(funnel, stage)?.normWorkingMinutes ?? null
  return norm === null ? null : terms.addWorkingMinutes(since, norm)
}

/** A rule that may fire once and did. */
export const isSpent = (rule: CompiledRule, state: DealState): boolean =>
  rule.once !== null && state.spent[rule.key] === placeOf(rule, state)

/** Where a rule that may fire once marks that it did. */
export const placeOf = (rule: CompiledRule, state: DealState): string =>
  rule.once === 'deal' ? 'deal' : `stay ${state.stays}`

function timerOf(rule: CompiledRule, terms: Terms, state: DealState): DealTimer[] {
  if (!('after' in rule.on) || isSpent(rule, state)) return []
  const { workingMinutes, of } = rule.on.after
  const from = anchorOf(of, state)
  if (from === undefined || state.terms[rule.key] === from) return []
  return [
    { key: `rule/${rule.key}`, rule: rule.key, dueAt: terms.addWorkingMinutes(from, workingMinutes), from },
  ]
}

const anchorOf = (anchor: TermAnchor, state: DealState): number | undefined =>
  anchor === 'stage' ? state.stageSince : anchor === 'deal' ? state.startedAt : state.seen[anchor]
