import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, isAlive, type ProcessIdentity, signal } from './process-identity.ts'

/** One part as the health screen shows it. */
export interface PartRecord extends ProcessIdentity {
  /** How often it was started again since the parent began. */
  restarts: number
  /** How it ended the last time, in words; null while it has not. */
  lastExit: string | null
  /** ISO time of its start. */
  since: string
}

/** `run.json` of the data folder: who runs here now. */
export interface RunRecord {
  parent: ProcessIdentity
  parts: Record<string, PartRecord>
}

/** Another Voronka runs on this data folder. */
export class AlreadyRunning extends Error {
  readonly dataDir: string
  readonly pid: number
  constructor(dataDir: string, pid: number) {
    super(`Process ${pid} runs on ${dataDir}`)
    this.dataDir = dataDir
    this.pid = pid
  }
}

/** The claim on a data folder: held by one parent at a time. */
export interface Claim {
  /** Parts that a dead parent had left running and that were ended now. */
  orphans: string[]
  /** Notes down a part at its start, so that a later parent can end it. */
  note(name: string, part: PartRecord): void
  /** Gives the folder back. */
  release(): void
}

const path = (dataDir: string): string => join(dataDir, 'run.json')

/** Who runs on the data folder; null where nobody has claimed it. It may be dead. */
export function readRunRecord(dataDir: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(path(dataDir), 'utf8')) as RunRecord
  } catch {
    return null
  }
}

/**
 * Claims the data folder for this process and ends what a killed parent has left behind.
 * @throws AlreadyRunning
 */
export async function claimDataFolder(dataDir: string): Promise<Claim> {
  mkdirSync(dataDir, { recursive: true })
  const parent = identify(process.pid)
  if (!parent) throw new Error('The start time of this process cannot be read')
  const record: RunRecord = { parent, parts: {} }
  let orphans: string[] = []
  while (!putFirst(dataDir, record)) {
    const before = readRunRecord(dataDir)
    if (before && isAlive(before.parent)) throw new AlreadyRunning(dataDir, before.parent.pid)
    if (before) orphans = await endOrphans(before)
    setAside(dataDir, before)
  }
  return {
    orphans,
    note(name, part) {
      record.parts[name] = part
      replace(dataDir, record)
    },
    release: () => rmSync(path(dataDir), { force: true }),
  }
}

/** A hard link appears whole or not at all, and only where nothing was: of two starts one gets it. */
function putFirst(dataDir: string, record: RunRecord): boolean {
  const draft = `${path(dataDir)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(record, null, 2))
  try {
    linkSync(draft, path(dataDir))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes a dead parent's record away; puts it back when another start has put its own there meanwhile. */
function setAside(dataDir: string, dead: RunRecord | null): void {
  const aside = `${path(dataDir)}.dead-${process.pid}`
  try {
    renameSync(path(dataDir), aside)
  } catch {
    return
  }
  const taken = readFileSync(aside, 'utf8')
  if (dead === null || taken === JSON.stringify(dead, null, 2)) rmSync(aside)
  else renameSync(aside, path(dataDir))
}

function replace(dataDir: string, record: RunRecord): void {
  const draft = `${path(dataDir)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(record, null, 2))
  renameSync(draft, path(dataDir))
}

/** Ends the parts of a dead parent in the order of a stop: those that take work first, the base last. */
async function endOrphans({ parts }: RunRecord): Promise<string[]> {
  const ended: string[] = []
  for (const [name, part] of Object.entries(parts).reverse()) {
    if (!isAlive(part)) continue
    ended.push(name)
    // For PostgreSQL a fast shutdown, for the others an end like any other.
    signal(part, name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM')
    for (const until = Date.now() + 10_000; isAlive(part) && Date.now() < until; ) await pause(20)
    signal(part, 'SIGKILL', { group: true })
    while (isAlive(part)) await pause(20)
  }
  return ended
}
