import type { Finding } from '../finding.ts'
import type { Import } from '../source-imports.ts'
import type { SourceFile } from '../source-tree.ts'
import { isDatabase } from './table.ts'
import { zoneOf } from './zones.ts'

/**
 * Workflows replay: what they load must be the same on every run, and an entity drags the ORM in. So nothing
 * that a workflow reaches, by value or by type, through any number of files, may be an entity or the database.
 */
export function findReachOfDatabase(
  sources: SourceFile[],
  imports: ReadonlyMap<string, Import[]>,
): Finding[] {
  return sources
    .filter(file => file.room === 'workflows' && !file.isTest)
    .flatMap(file => {
      const chain = shortestWay(file.path, imports)
      const first = chain?.[0]
      return first
        ? [
            {
              rule: 'workflows never reach the database',
              path: file.path,
              line: first.line,
              detail: [file.path, ...(chain ?? []).map(target)].join(' → '),
            },
          ]
        : []
    })
}

const target = ({ path, library, specifier }: Import): string => path ?? library ?? specifier

function shortestWay(start: string, imports: ReadonlyMap<string, Import[]>): Import[] | null {
  const seen = new Set([start])
  let ways: Import[][] = [[]]
  while (ways.length > 0) {
    const longer: Import[][] = []
    for (const way of ways) {
      const here = way.at(-1)?.path ?? start
      for (const next of imports.get(here) ?? []) {
        if (isEnd(next)) return [...way, next]
        if (next.path === null || seen.has(next.path)) continue
        seen.add(next.path)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return null
}

const isEnd = ({ path, library }: Import): boolean =>
  library !== null ? isDatabase(library) : path !== null && zoneOf({ path, isTest: false }) === 'entity'
