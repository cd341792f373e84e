import type { Finding } from '../finding.ts'
import type { Import } from '../source-imports.ts'
import type { SourceFile } from '../source-tree.ts'
import { sliceOf } from './zones.ts'

/** Circles of files that import each other, types included; entities of one domain folder may (`() => Entity`). */
export function findCircles(sources: SourceFile[], imports: ReadonlyMap<string, Import[]>): Finding[] {
  const known = new Set(sources.map(file => file.path))
  const targets = (path: string) =>
    (imports.get(path) ?? []).flatMap(({ path: to }) => (to !== null && known.has(to) ? [to] : []))
  return knots([...known], targets)
    .filter(knot => !isFamilyOfEntities(knot))
    .map(knot => {
      const path = [...knot].sort()[0] ?? ''
      const circle = wayBack(path, targets, new Set(knot))
      const line = (imports.get(path) ?? []).find(found => found.path === circle[1])?.line ?? 1
      return { rule: 'no circles', path, line, detail: circle.join(' → ') }
    })
}

const isFamilyOfEntities = (knot: string[]): boolean =>
  knot.every(path => path.startsWith('domain/') && path.endsWith('.entity.ts')) &&
  new Set(knot.map(sliceOf)).size === 1

/** Groups of nodes that all reach each other (Tarjan), those of one node only where it points at itself. */
function knots(nodes: string[], targets: (node: string) => string[]): string[][] {
  const index = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const enter = (node: string): number => {
    const own = index.size
    index.set(node, own)
    open.push(node)
    let lowest = own
    for (const next of targets(node)) {
      if (!index.has(next)) lowest = Math.min(lowest, enter(next))
      else if (open.includes(next)) lowest = Math.min(lowest, index.get(next) ?? own)
    }
    if (lowest === own) {
      const knot = open.splice(open.indexOf(node))
      if (knot.length > 1 || targets(node).includes(node)) found.push(knot)
    }
    return lowest
  }
  for (const node of nodes) if (!index.has(node)) enter(node)
  return found
}

/** The shortest way from a file back to itself inside its knot, the file first and last. */
function wayBack(start: string, targets: (node: string) => string[], knot: Set<string>): string[] {
  const seen = new Set<string>()
  let ways = [[start]]
  while (ways.length > 0) {
    const longer: string[][] = []
    for (const way of ways)
      for (const next of targets(way.at(-1) ?? start)) {
        if (next === start) return [...way, start]
        if (!knot.has(next) || seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    ways = longer
  }
  return [start]
}
