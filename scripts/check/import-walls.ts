import { type Finding, sorted } from './finding.ts'
import { type Import, importsOf } from './source-imports.ts'
import { isTestPath, readSources, type SourceFile } from './source-tree.ts'
import { findCircles } from './walls/circles.ts'
import { findReachOfDatabase, findReachOfEngine } from './walls/reach.ts'
import { type Wall, walls } from './walls/table.ts'
import { sliceOf, type Zone, zoneOf } from './walls/zones.ts'

/** The only file that speaks to Temporal from the server's side, so that every start is by the same policy. */
const engineGateway = 'server/engine/gateway.ts'

/** Every breach of the import table under the root, each with the broken rule as a sentence. */
export function findWallBreaches(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const imports = new Map(sources.map(file => [file.path, importsOf(file)]))
  return sorted([
    ...sources.filter(file => file.syntax?.problems.length).map(unreadable),
    ...[...imports.values()].flat().flatMap(found => breachOf(found)),
    ...findReachOfDatabase(sources, imports),
    ...findReachOfEngine(sources, imports),
    ...findCircles(sources, imports),
  ])
}

const unreadable = (file: SourceFile): Finding => ({
  rule: 'every file parses',
  path: file.path,
  line: 1,
  detail: file.syntax?.problems[0] ?? '',
})

function breachOf(found: Import): Finding[] {
  const zone = zoneOf(found.from)
  if (zone === 'test' || zone === 'script') return []
  const refused = found.library === null ? refusedPath(zone, found) : refusedLibrary(zone, found)
  return refused
    ? [{ rule: refused.rule, path: found.from.path, line: found.line, detail: refused.detail }]
    : []
}

type Refusal = { rule: string; detail: string } | null

function refusedLibrary(zone: keyof typeof walls, { from, library, typeOnly }: Import): Refusal {
  if (library === null) return null
  if (library === '@temporalio/client' && from.path !== engineGateway)
    return { rule: 'one file speaks to the engine', detail: `${library} belongs into ${engineGateway}` }
  const wall: Wall = walls[zone]
  if (typeOnly && wall.typesOfLibraries?.test(library)) return null
  const allowed = wall.libraries ? wall.libraries.test(library) : !wall.notLibraries?.test(library)
  return allowed ? null : { rule: wall.sentence, detail: `imports the library ${library}` }
}

function refusedPath(zone: keyof typeof walls, { from, path, typeOnly }: Import): Refusal {
  if (path === null || isOutside(path)) return null
  const target = zoneOf({ path, isTest: isTestPath(path) })
  const wall: Wall = walls[zone]
  const permit = wall.zones[target]
  const rule = isAdapterMet(zone, target) ? 'only compose meets an adapter' : wall.sentence
  if (!permit) return { rule, detail: `imports ${path}` }
  if (permit === 'types' && !typeOnly)
    return { rule, detail: `imports ${path}: only types may be taken from it (import type)` }
  if (!isOwnSlice(zone, target, from.path, path))
    return { rule, detail: `imports ${path}, which belongs to another slice` }
  return null
}

/** package.json and the like lie in no room. */
const isOutside = (path: string): boolean => !path.includes('/') || path.startsWith('..')

const isAdapterMet = (zone: Zone, target: Zone): boolean =>
  zone === 'server' && (target === 'adapter' || target === 'port')

/** A capability knows itself and `shared`; a process knows itself, `shared`, and what others may be told. */
function isOwnSlice(zone: Zone, target: Zone, from: string, to: string): boolean {
  const slices = [sliceOf(from), 'shared', '']
  if (zone === 'port' || zone === 'adapter')
    return (target !== 'port' && target !== 'adapter') || slices.includes(sliceOf(to))
  if (zone === 'workflow' || zone === 'process' || zone === 'messages')
    return (
      sliceOf(from) === '' || (target !== 'workflow' && target !== 'process') || slices.includes(sliceOf(to))
    )
  return true
}
