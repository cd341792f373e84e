import { funnelActions } from './funnel-actions.ts'
import type { CompiledFunnel, CompiledRule } from './funnel-definition.ts'
import type { Reader } from './funnel-problems.ts'

/**
 * Refuses rules that would set each other off for ever without waiting for anybody: an event leads through a
 * rule's deed to the event that follows from it, and so round. Conditions are not trusted to break a ring;
 * `once: 'deal'` is. Terms and people break it too: they are waits.
 */
export function checkLoops(read: Reader, funnel: CompiledFunnel): void {
  const leads = new Map<string, { to: string; place: string }[]>()
  const add = (rule: CompiledRule, place: string, stage: string | null) => {
    for (const from of causesOf(rule, funnel, stage))
      for (const to of resultsOf(rule)) leads.set(from, [...(leads.get(from) ?? []), { to, place }])
  }
  for (const [i, stage] of funnel.stages.entries())
    for (const [j, rule] of stage.rules.entries()) add(rule, `stages[${i}].rules[${j}]`, stage.key)
  for (const [j, rule] of funnel.rules.entries()) add(rule, `rules[${j}]`, null)

  const told = new Set<string>()
  for (const [from, edges] of leads)
    for (const { to, place } of edges)
      if (!told.has(place) && (to === from || reaches(leads, to, from))) {
        told.add(place)
        read.tell(
          place,
          'Правила будут запускать друг друга без конца: между ними нет ожидания. Добавьте срок или «один раз за сделку»',
          'The rules set each other off without end: nothing is waited for between them. Add a term or “once per deal”',
        )
      }
}

const entering = (stage: string) => `stage_entered ${stage}`

/** What sets the rule off, as nodes; a term is no node. */
function causesOf(rule: CompiledRule, funnel: CompiledFunnel, stage: string | null): string[] {
  if (!('event' in rule.on) || rule.once === 'deal') return []
  const { event, where } = rule.on
  if (event !== 'stage_entered') return [event]
  if (stage) return [entering(stage)]
  return funnel.stages
    .filter(({ key }) => !where?.stage || where.stage === key)
    .map(({ key }) => entering(key))
}

/** What follows from the rule's deeds by itself. */
const resultsOf = (rule: CompiledRule): string[] =>
  rule.do.flatMap(deed =>
    deed.action === 'move'
      ? [entering(deed.to)]
      : funnelActions[deed.action].causes.filter(event => event !== 'stage_entered'),
  )

function reaches(leads: Map<string, { to: string }[]>, from: string, goal: string): boolean {
  const seen = new Set([from])
  for (const node of seen) for (const { to } of leads.get(node) ?? []) seen.add(to)
  return seen.has(goal)
}
