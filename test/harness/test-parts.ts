import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity, signal } from '#server/runtime/process-identity.ts'

/** What a test process has started and made; found again by the next run when this one could not tidy up. */
interface Belongings {
  owner: ProcessIdentity
  processes: ProcessIdentity[]
  folders: string[]
}

const folder = join(tmpdir(), 'voronka-tests')

/** Ends the servers and removes the folders of test processes that are no more: by pid and start time, never by name. */
export function reapOrphans(): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter(each => each.endsWith('.json'))) {
    const path = join(folder, name)
    const left = readBelongings(path)
    if (!left || isAlive(left.owner)) continue
    for (const each of left.processes) signal(each, 'SIGKILL', { group: true }) || signal(each, 'SIGKILL')
    for (const each of left.folders) rmSync(each, { recursive: true, force: true })
    rmSync(path, { force: true })
  }
}

/** Notes down what this process has started, for `reapOrphans` of a later one. */
export function remember(belongings: { processes?: ProcessIdentity[]; folders?: string[] }): void {
  const owner = identify(process.pid)
  if (!owner) return
  mkdirSync(folder, { recursive: true, mode: 0o777 })
  const path = join(folder, `${owner.pid}-${owner.startTime.replaceAll(/\W/g, '')}.json`)
  const before = readBelongings(path) ?? { owner, processes: [], folders: [] }
  const all: Belongings = {
    owner,
    processes: [
      ...before.processes,
      ...(belongings.processes ?? []).map(({ pid, startTime }) => ({ pid, startTime })),
    ],
    folders: [...before.folders, ...(belongings.folders ?? [])],
  }
  writeFileSync(path, JSON.stringify(all))
}

function readBelongings(path: string): Belongings | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Belongings
  } catch {
    return null
  }
}
