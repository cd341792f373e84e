import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readSources } from './check/source-tree.ts'
import { type TracedTest, tracedTests } from './trace/ids-in-tests.ts'
import { families, idsOf } from './trace/known-ids.ts'

export interface Trace {
  /** Id → the tests that show it, in the order of the list. */
  shown: Map<string, TracedTest[]>
  /** Ids of the list that no test names, by the title of their family. */
  missing: Map<string, string[]>
  /** Ids that tests name and the list lacks. */
  unknown: Map<string, TracedTest[]>
}

/** Holds the names of the tests under the root against the list of ids. */
export function trace(root: string): Trace {
  const byId = new Map<string, TracedTest[]>()
  for (const test of tracedTests(readSources(root)))
    for (const id of test.ids) byId.set(id, [...(byId.get(id) ?? []), test])
  const known = families.flatMap(idsOf)
  return {
    shown: new Map(known.flatMap(id => (byId.has(id) ? [[id, byId.get(id) ?? []] as const] : []))),
    missing: new Map(families.map(family => [family.title, idsOf(family).filter(id => !byId.has(id))])),
    unknown: new Map([...byId].filter(([id]) => !known.includes(id))),
  }
}

/** The trace as text: each id with its tests, then what no test names, then the counts. */
export function asText({ shown, missing, unknown }: Trace): string {
  const lines = [...shown].flatMap(([id, tests]) => [id, ...tests.map(asLine)])
  const gaps = [...missing].flatMap(([title, ids]) =>
    ids.length > 0 ? [`  ${title} (${ids.length}): ${ids.join(' ')}`] : [],
  )
  const slips = [...unknown].flatMap(([id, tests]) => [`unknown id ${id}`, ...tests.map(asLine)])
  const count = [...missing.values()].flat().length
  return [
    ...lines,
    'without a test:',
    ...gaps,
    ...slips,
    `${shown.size} ids shown, ${count} without a test`,
  ].join('\n')
}

const asLine = ({ path, line, name }: TracedTest): string => `  ${path}:${line}  ${name}`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = trace(join(import.meta.dirname, '..'))
  console.log(asText(found))
  process.exitCode = found.unknown.size > 0 ? 1 : 0
}
