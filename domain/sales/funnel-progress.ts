import type { CompiledFunnel } from './funnel-definition.ts'
import type { PathEvent } from './path-event.ts'

export interface StageProgress {
  stage: string
  /** skipped: passed by, since the deal stands further on. */
  state: 'passed' | 'now' | 'future' | 'skipped'
  /** First time the deal came here, epoch ms. */
  enteredAt: number | null
  /** Last time it left; null while it stands here. */
  leftAt: number | null
  /** All its stays together, ms of wall time; up to `now` where it still stands. */
  ms: number
  visits: number
}

/**
 * How far a deal has come, by the lines of its path, oldest first (lines of other kinds are ignored). In the
 * funnel's order.
 * On a closing stage it stands for no time.
 */
export function funnelProgress(
  funnel: CompiledFunnel,
  path: readonly Pick<PathEvent, 'kind' | 'data' | 'at'>[],
  now: number,
): StageProgress[] {
  const entries = path
    .filter(({ kind }) => kind === 'stage_entered')
    .map(({ data, at }) => ({ stage: String(data.stage), at }))
    .sort((a, b) => a.at - b.at)
  const current = entries.at(-1)?.stage
  const furthest = Math.max(
    -1,
    ...funnel.stages.map(({ key }, i) => (entries.some(e => e.stage === key) ? i : -1)),
  )
  return funnel.stages.map(({ key, kind }, i) => {
    const progress: StageProgress = {
      stage: key,
      state: 'future',
      enteredAt: null,
      leftAt: null,
      ms: 0,
      visits: 0,
    }
    for (const [n, entry] of entries.entries()) {
      if (entry.stage !== key) continue
      const left = entries[n + 1]?.at ?? null
      progress.enteredAt ??= entry.at
      progress.leftAt = left
      progress.visits++
      if (kind === 'work') progress.ms += Math.max(0, (left ?? now) - entry.at)
    }
    if (key === current) progress.state = 'now'
    else if (progress.visits > 0) progress.state = 'passed'
    else if (i < furthest && kind === 'work') progress.state = 'skipped'
    return progress
  })
}
