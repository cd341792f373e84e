import type { CompiledFunnel, CompiledRule, CompiledStage } from './funnel-definition.ts'

/** The stage by its key, or undefined where the funnel has none of that name. */
export const stageOf = (funnel: CompiledFunnel, key: string): CompiledStage | undefined =>
  funnel.stages.find(stage => stage.key === key)

/** The one stage a deal ends on when it is won or lost. */
export const closingStage = (funnel: CompiledFunnel, how: 'won' | 'lost'): CompiledStage | undefined =>
  funnel.stages.find(stage => stage.kind === how)

/** Rules that hold on a stage: its own first, then those of the whole funnel, in the author's order. */
export const rulesOn = (funnel: CompiledFunnel, stage: string): CompiledRule[] => [
  ...(stageOf(funnel, stage)?.rules ?? []),
  ...funnel.rules,
]

/** A rule of any stage or of the whole funnel, by its key. */
export const ruleOf = (funnel: CompiledFunnel, key: string): CompiledRule | undefined =>
  [...funnel.stages.flatMap(({ rules }) => rules), ...funnel.rules].find(rule => rule.key === key)
