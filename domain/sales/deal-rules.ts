import { holds } from './condition.ts'
import { closeDeal, type Draft, enterStage, type Happening, note } from './deal-draft.ts'
import type { DealEffect, MissingFact } from './deal-state.ts'
import { isSpent, placeOf } from './deal-timers.ts'
import { closingStage, rulesOn, stageOf } from './find-in-funnel.ts'
import { funnelActions } from './funnel-actions.ts'
import type { Action, CompiledRule } from './funnel-definition.ts'
import { missingFor } from './may-move.ts'
import type { PathActor } from './path-event.ts'
import { readAction } from './read-action.ts'

/** Lets the rules hear everything that has happened, until nothing new follows. */
export function settle(draft: Draft): void {
  for (let happening = draft.pending.shift(); happening; happening = draft.pending.shift()) {
    draft.state = { ...draft.state, seen: { ...draft.state.seen, [happening.event]: draft.at } }
    for (const rule of listeners(draft, happening)) if (stillHere(draft, rule)) fire(draft, rule)
  }
}

/** A rule speaks up: its condition is asked, its deeds are done or handed out. */
export function fire(draft: Draft, rule: CompiledRule): void {
  if (isSpent(rule, draft.state) || !holds(rule.if, draft.state.facts)) return
  const times = (draft.state.fired[rule.key] ?? 0) + 1
  const { fired, spent } = draft.state
  draft.state = { ...draft.state, fired: { ...fired, [rule.key]: times } }
  if (rule.once) draft.state = { ...draft.state, spent: { ...spent, [rule.key]: placeOf(rule, draft.state) } }
  const actor: PathActor = { type: 'rule', id: rule.key, name: rule.title?.ru ?? null }
  const deeds = rule.do.filter(({ action }) => funnelActions[action].by === 'activity')
  if (deeds.length > 0)
    note(draft, {
      kind: 'rule_fired',
      title: rule.title?.ru ?? sentence(deeds.map(deed => readAction(deed, draft.funnel, 'ru')).join(', ')),
      actor,
      data: { rule: rule.key, times },
    })
  rule.do.forEach((action, index) => {
    perform(draft, rule, action, actor, `rule/${rule.key}/${times}/${index}`)
  })
}

/** Entering a stage that an earlier rule has already led out of is no news for the stage it led to. */
function listeners({ funnel, state }: Draft, { event, data }: Happening): CompiledRule[] {
  const passedBy = event === 'stage_entered' && data.stage !== state.stage
  return (passedBy ? funnel.rules : rulesOn(funnel, state.stage)).filter(
    ({ on }) =>
      'event' in on &&
      on.event === event &&
      Object.entries(on.where ?? {}).every(([name, value]) => data[name] === value),
  )
}

/** A rule of a stage the deal has just left (by an earlier rule) no longer speaks. */
const stillHere = ({ funnel, state }: Draft, rule: CompiledRule): boolean =>
  rulesOn(funnel, state.stage).some(({ key }) => key === rule.key)

function perform(draft: Draft, rule: CompiledRule, deed: Action, actor: PathActor, key: string): void {
  if (deed.action === 'move') moveByRule(draft, deed.to, actor)
  else if (deed.action === 'win') winByRule(draft, actor)
  else if (deed.action === 'lose') loseByRule(draft, deed.reason, actor)
  else {
    const { action, ...args } = deed
    draft.effects.push({ do: 'act', action, args, key, rule: rule.key, at: draft.at } as DealEffect)
  }
}

function moveByRule(draft: Draft, to: string, actor: PathActor): void {
  const { funnel, state, visited } = draft
  const stage = stageOf(funnel, to)
  if (!stage || state.status !== 'open' || state.stage === to) return
  const missing = missingFor(stage, state.facts)
  if (visited.has(to)) stopped(draft, stage.name.ru, actor)
  else if (missing.length > 0) blocked(draft, stage.name.ru, missing, actor)
  else enterStage(draft, to, actor)
}

function winByRule(draft: Draft, actor: PathActor): void {
  const stage = closingStage(draft.funnel, 'won')
  if (!stage || draft.state.status !== 'open') return
  const missing = missingFor(stage, draft.state.facts)
  if (missing.length > 0) blocked(draft, stage.name.ru, missing, actor)
  else closeDeal(draft, 'won', null, actor)
}

function loseByRule(draft: Draft, reason: string, actor: PathActor): void {
  if (draft.state.status === 'open') closeDeal(draft, 'lost', reason, actor)
}

/** Nothing silent: a rule that could not move the deal says what it lacked. */
function blocked(draft: Draft, stage: string, missing: MissingFact[], actor: PathActor): void {
  const lacks = missing.map(({ title }) => title.ru).join('; ')
  const title = `Правило не перевело сделку на этап «${stage}». Не хватает: ${lacks}`
  note(draft, { kind: 'rule_blocked', title, actor, data: { missing: lacks } })
}

function stopped(draft: Draft, stage: string, actor: PathActor): void {
  note(draft, {
    kind: 'rule_stopped',
    title: `Правило остановлено: на этапе «${stage}» сделка только что была`,
    actor,
  })
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
