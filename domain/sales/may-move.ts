import { holds } from './condition.ts'
import type { DealFacts } from './deal-facts.ts'
import type { DealState, MissingFact } from './deal-state.ts'
import { closingStage, stageOf } from './find-in-funnel.ts'
import type { CompiledFunnel, CompiledStage } from './funnel-definition.ts'

export type MoveAnswer =
  | { ok: true }
  | { ok: false; code: 'StageMoveNotAllowed' | 'MissingFacts' | 'DealClosed'; missing: MissingFact[] }

type Standing = Pick<DealState, 'stage' | 'status'>
const yes: MoveAnswer = { ok: true }
const no = (code: 'StageMoveNotAllowed' | 'DealClosed'): MoveAnswer => ({ ok: false, code, missing: [] })

/** Whether a person may move the deal there now. Asked by route, validator, stepper and screen alike. */
export function mayMove(funnel: CompiledFunnel, deal: Standing, facts: DealFacts, to: string): MoveAnswer {
  if (deal.status !== 'open') return no('DealClosed')
  const target = stageOf(funnel, to)
  if (!target || target.kind === 'lost') return no('StageMoveNotAllowed')
  if (!stageOf(funnel, deal.stage)?.to.includes(to)) return no('StageMoveNotAllowed')
  return demands(target, facts)
}

/** Whether the deal may be closed now, from whatever stage; a loss demands nothing but its reason. */
export function mayClose(
  funnel: CompiledFunnel,
  deal: Standing,
  facts: DealFacts,
  how: 'won' | 'lost',
): MoveAnswer {
  if (deal.status !== 'open') return no('DealClosed')
  const target = closingStage(funnel, how)
  if (!target) return no('StageMoveNotAllowed')
  return demands(target, facts)
}

/** What is missing before the deal may enter the stage. */
export const missingFor = (stage: CompiledStage, facts: DealFacts): MissingFact[] =>
  stage.requires
    .filter(requirement => !holds(requirement.if, facts))
    .map(({ fact, title, remedy }) => ({ fact, title, remedy }))

function demands(target: CompiledStage, facts: DealFacts): MoveAnswer {
  const missing = missingFor(target, facts)
  return missing.length === 0 ? yes : { ok: false, code: 'MissingFacts', missing }
}
