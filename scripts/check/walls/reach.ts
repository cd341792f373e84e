import type { Finding } from '../finding.ts'
import type { Import } from '../source-imports.ts'
import type { SourceFile } from '../source-tree.ts'
import { isDatabase } from './table.ts'
import { zoneOf } from './zones.ts'

type Imports = ReadonlyMap<string, Import[]>

/**
 * Workflows replay: what they load must be the same on every run, and an entity drags the ORM in. So nothing
 * that a workflow reaches, by value or by type, through any number of files, may be an entity or the database.
 */
export function findReachOfDatabase(sources: SourceFile[], imports: Imports): Finding[] {
  const starts = sources.filter(file => file.room === 'workflows' && !file.isTest)
  const isEnd = ({ path, library }: Import) =>
    library !== null ? isDatabase(library) : path !== null && zoneOf({ path, isTest: false }) === 'entity'
  return findReach('workflows never reach the database', starts, imports, isEnd, () => true)
}

/** A process is tested at thousands of cases a second: nothing that it loads may be the engine. Types load nothing. */
export function findReachOfEngine(sources: SourceFile[], imports: Imports): Finding[] {
  const starts = sources.filter(file => zoneOf(file) === 'process')
  const isEnd = ({ library }: Import) => library?.startsWith('@temporalio/') ?? false
  return findReach('a process thinks without its engine', starts, imports, isEnd, ({ typeOnly }) => !typeOnly)
}

function findReach(
  rule: string,
  starts: SourceFile[],
  imports: Imports,
  isEnd: (found: Import) => boolean,
  counts: (found: Import) => boolean,
): Finding[] {
  const counted = (path: string) => (imports.get(path) ?? []).filter(counts)
  return starts.flatMap(({ path }) => {
    const way = shortestWay(path, counted, isEnd)
    const first = way?.[0]
    if (!way || !first) return []
    return [{ rule, path, line: first.line, detail: [path, ...way.map(target)].join(' → ') }]
  })
}

const target = ({ path, library, specifier }: Import): string => path ?? library ?? specifier

function shortestWay(
  start: string,
  importsOf: (path: string) => Import[],
  isEnd: (found: Import) => boolean,
): Import[] | null {
  const seen = new Set([start])
  let ways: Import[][] = [[]]
  while (ways.length > 0) {
    const longer: Import[][] = []
    for (const way of ways) {
      for (const next of importsOf(way.at(-1)?.path ?? start)) {
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
