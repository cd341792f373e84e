import type { CompiledFunnel, CompiledStage } from './funnel-definition.ts'

/** Sizes of the picture in its own units; the screen scales it. */
export const NODE_WIDTH = 168
export const NODE_HEIGHT = 56
const GAP_X = 56
const GAP_Y = 40
/** Room above the first row for the arcs that pass over stages. */
const TOP = GAP_Y / 2

export interface LaidOutNode {
  key: string
  column: number
  row: number
  /** Left upper corner. */
  x: number
  y: number
}
export interface LaidOutEdge {
  from: string
  to: string
  /** main: the first way on; side: another way forward; back: to an earlier stage. */
  kind: 'main' | 'side' | 'back'
  /** `d` of an SVG path. */
  path: string
}
export interface FunnelPicture {
  width: number
  height: number
  nodeWidth: number
  nodeHeight: number
  nodes: LaidOutNode[]
  edges: LaidOutEdge[]
}

/**
 * The funnel left to right: a column is the longest way forward from the start, the main way keeps the first
 * row, the lost stage stands last and alone. Ways to it are not drawn: it can be reached from everywhere.
 */
export function layOutFunnel(funnel: CompiledFunnel): FunnelPicture {
  const columns = columnsOf(funnel)
  const main = mainWay(funnel)
  const taken = new Map<number, number>()
  const nodes = funnel.stages.map((stage): LaidOutNode => {
    const column = columns.get(stage.key) ?? 0
    const row = main.has(stage.key) ? 0 : Math.max(1, (taken.get(column) ?? 0) + 1)
    if (row > 0) taken.set(column, row)
    return {
      key: stage.key,
      column,
      row,
      x: column * (NODE_WIDTH + GAP_X),
      y: TOP + row * (NODE_HEIGHT + GAP_Y),
    }
  })
  const places = new Map(nodes.map(node => [node.key, node]))
  const edges = funnel.stages.flatMap(stage =>
    stage.to.flatMap((to, i) => edgeOf(places, stage, to, i === 0)),
  )
  const deepest = Math.max(...nodes.map(node => node.y)) + NODE_HEIGHT
  const hasBack = edges.some(({ kind }) => kind === 'back')
  return {
    width: Math.max(...nodes.map(node => node.x)) + NODE_WIDTH,
    height: deepest + (hasBack ? GAP_Y : 0),
    nodeWidth: NODE_WIDTH,
    nodeHeight: NODE_HEIGHT,
    nodes,
    edges,
  }
}

/** Longest way from the start over edges that do not close a ring; closing stages come last. */
function columnsOf(funnel: CompiledFunnel): Map<string, number> {
  const forward = forwardEdges(funnel)
  const columns = new Map(funnel.stages.map(({ key }) => [key, 0]))
  // without rings the longest way is found after as many rounds as there are stages
  for (let round = 0; round < funnel.stages.length; round++)
    for (const [from, to] of forward)
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(from) ?? 0) + 1))
  const last = Math.max(
    ...funnel.stages.filter(({ kind }) => kind === 'work').map(({ key }) => columns.get(key) ?? 0),
  )
  for (const { key, kind } of funnel.stages) if (kind !== 'work') columns.set(key, last + 1)
  return columns
}

function forwardEdges(funnel: CompiledFunnel): [from: string, to: string][] {
  const stages = new Map(funnel.stages.map(stage => [stage.key, stage]))
  const forward: [string, string][] = []
  const entered = new Set<string>()
  const open = new Set<string>()
  const walk = (key: string): void => {
    entered.add(key)
    open.add(key)
    for (const to of stages.get(key)?.to ?? []) {
      if (open.has(to)) continue
      forward.push([key, to])
      if (!entered.has(to)) walk(to)
    }
    open.delete(key)
  }
  walk(funnel.start)
  for (const { key } of funnel.stages) if (!entered.has(key)) walk(key)
  return forward
}

function mainWay(funnel: CompiledFunnel): Set<string> {
  const stages = new Map(funnel.stages.map(stage => [stage.key, stage]))
  const main = new Set<string>()
  for (let key: string | undefined = funnel.start; key && !main.has(key); key = stages.get(key)?.to[0])
    main.add(key)
  return main
}

function edgeOf(
  places: Map<string, LaidOutNode>,
  stage: CompiledStage,
  to: string,
  first: boolean,
): LaidOutEdge[] {
  const a = places.get(stage.key)
  const b = places.get(to)
  if (!a || !b) return []
  const kind = b.column <= a.column ? 'back' : first ? 'main' : 'side'
  return [{ from: stage.key, to, kind, path: kind === 'back' ? backPath(a, b) : forwardPath(a, b) }]
}

function forwardPath(a: LaidOutNode, b: LaidOutNode): string {
  const [x1, y1] = [a.x + NODE_WIDTH, a.y + NODE_HEIGHT / 2]
  const [x2, y2] = [b.x, b.y + NODE_HEIGHT / 2]
  if (y1 === y2 && b.column === a.column + 1) return `M ${x1} ${y1} H ${x2}`
  if (y1 !== y2) return `M ${x1} ${y1} C ${x1 + GAP_X / 2} ${y1} ${x2 - GAP_X / 2} ${y2} ${x2} ${y2}`
  // over stages in between: an arc above the row
  const top = a.y - GAP_Y / 2
  return `M ${a.x + NODE_WIDTH / 2} ${a.y} C ${a.x + NODE_WIDTH / 2} ${top} ${b.x + NODE_WIDTH / 2} ${top} ${b.x + NODE_WIDTH / 2} ${b.y}`
}

function backPath(a: LaidOutNode, b: LaidOutNode): string {
  const [x1, x2] = [a.x + NODE_WIDTH / 2, b.x + NODE_WIDTH / 2]
  const [y1, y2] = [a.y + NODE_HEIGHT, b.y + NODE_HEIGHT]
  const low = Math.max(y1, y2) + GAP_Y * 0.75
  return `M ${x1} ${y1} C ${x1} ${low} ${x2} ${low} ${x2} ${y2}`
}
