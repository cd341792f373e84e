import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same pid. */
export interface ProcessIdentity {
  pid: number
  /** Kernel's start time: field 22 of /proc/<pid>/stat, or `ps -o lstart=` where there is no /proc. */
  startTime: string
}

/** The identity of a living process, or null for one that is gone or a zombie. */
export function identify(pid: number): ProcessIdentity | null {
  const startTime = existsSync('/proc/self/stat') ? startTimeFromProc(pid) : startTimeFromPs(pid)
  return startTime === null ? null : { pid, startTime }
}

export const isAlive = ({ pid, startTime }: ProcessIdentity): boolean =>
  identify(pid)?.startTime === startTime

/** Sends a signal to this very process; false when it is gone already. Another with its pid is left alone. */
export function signal(process_: ProcessIdentity, name: NodeJS.Signals, { group = false } = {}): boolean {
  if (!isAlive(process_)) return false
  try {
    return process.kill(group ? -process_.pid : process_.pid, name)
  } catch {
    return false
  }
}

function startTimeFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets and may hold spaces and brackets of its own.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

function startTimeFromPs(pid: number): string | null {
  try {
    const [state, ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return !state || state.startsWith('Z') ? null : start.join(' ')
  } catch {
    return null
  }
}
