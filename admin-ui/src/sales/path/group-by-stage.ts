import type { DealPathAnswer, ProcessEventAnswer } from '#server/sales/sales.contract.ts'

export interface StageGroup {
  key: string
  /** Null for what happened outside any stage. */
  name: string | null
  hue: number
  /** Newest first. */
  events: ProcessEventAnswer[]
}

/** Lines of a path, newest first, cut where the stage changes: a stage visited twice stands there twice. */
export function groupByStage({ nodes, events }: Pick<DealPathAnswer, 'nodes' | 'events'>): StageGroup[] {
  const groups: (StageGroup & { stage: string | null })[] = []
  const oldestFirst = (events[0]?.at ?? '') <= (events.at(-1)?.at ?? '')
  // Lines of one moment keep the order in which they were written.
  const newestFirst = (oldestFirst ? events.toReversed() : events).toSorted((a, b) =>
    b.at.localeCompare(a.at),
  )
  for (const event of newestFirst) {
    const last = groups.at(-1)
    // A line without a stage (a letter, an approval) belongs to the stage the deal stood on.
    if (last && (event.stage === last.stage || event.stage === null)) {
      last.events.push(event)
      continue
    }
    const node = nodes.find(({ stage }) => stage === event.stage)
    groups.push({
      key: event.id,
      stage: event.stage,
      name: node?.name ?? event.stage,
      hue: node?.hue ?? 0,
      events: [event],
    })
  }
  return groups
}
