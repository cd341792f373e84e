import type { DealPathAnswer, ProcessEventAnswer } from '#server/sales/sales.contract.ts'

export interface StageGroup {
  key: string
  /** Null for what happened before the first stage. */
  name: string | null
  hue: number
  /** Newest first. */
  events: ProcessEventAnswer[]
}

/**
 * Lines of a path, newest first, cut where the deal entered a stage: a stage visited twice stands there twice. What
 * other processes write (a letter, an approval) belongs to where the deal stood at that moment.
 */
export function groupByStage({ nodes, events }: Pick<DealPathAnswer, 'nodes' | 'events'>): StageGroup[] {
  const groups: StageGroup[] = []
  for (const event of oldestFirst(events)) {
    const last = groups.at(-1)
    if (last && event.kind !== 'stage_entered') {
      last.events.unshift(event)
      continue
    }
    const node = nodes.find(({ stage }) => stage === event.stage)
    if (last?.name === (node?.name ?? event.stage)) last.events.unshift(event)
    else groups.push({ key: event.id, name: node?.name ?? event.stage, hue: node?.hue ?? 0, events: [event] })
  }
  return groups.toReversed()
}

/** Lines of one moment keep the order in which they were written. */
function oldestFirst(events: readonly ProcessEventAnswer[]): ProcessEventAnswer[] {
  const ascending = (events[0]?.at ?? '') <= (events.at(-1)?.at ?? '')
  return (ascending ? [...events] : events.toReversed()).toSorted((a, b) => a.at.localeCompare(b.at))
}
