import { setTimeout as pause } from 'node:timers/promises'
import type { PartRecord } from './run-record.ts'
import { type RunningProcess, tellExit } from './running-process.ts'

/** How long to wait before the next attempt, ms: the last one is repeated. */
const pauses = [100, 500, 1_000, 2_000, 5_000, 10_000]
/** A part that has run this long starts again from the shortest pause. */
const steadyMs = 60_000

export interface SuperviseOptions<P extends RunningProcess> {
  /** The part as it runs now: its first start is judged by the caller. */
  first: P
  /** Starts it again, on the same port. */
  again: () => Promise<P>
  /** Told at each start after the first. */
  note: (name: string, part: PartRecord) => void
  /** Told when it has died and when it is back. */
  tell: (event: PartEvent) => void
}

/** Something to tell of a part; `detail` in words: how it ended, why it does not start. */
export interface PartEvent {
  part: string
  is: 'died' | 'back' | 'failed'
  detail: string
}

export interface Supervised {
  name: string
  /** Ends the part for good. */
  stop(): Promise<void>
}

/** Keeps a part alive: when it ends without being asked to, it is started again after a growing pause. */
export function supervise<P extends RunningProcess>({
  first,
  again,
  note,
  tell,
}: SuperviseOptions<P>): Supervised {
  const stopping = new AbortController()
  let current: P = first
  let restarts = 0
  let lastExit: string | null = null
  const noted = (part: P): P => {
    const { pid, startTime, name } = part
    note(name, { pid, startTime, restarts, lastExit, since: new Date().toISOString() })
    return part
  }

  async function watch(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const began = Date.now()
      const exit = await current.exited
      if (stopping.signal.aborted) return
      lastExit = tellExit(exit)
      failures = Date.now() - began > steadyMs ? 1 : failures + 1
      tell({ part: first.name, is: 'died', detail: lastExit })
      current = await relaunch(failures)
    }
  }

  async function relaunch(failures: number): Promise<P> {
    for (let attempt = failures; ; attempt++) {
      await pause(pauses[Math.min(attempt, pauses.length) - 1] ?? 0, undefined, {
        signal: stopping.signal,
      }).catch(() => {})
      if (stopping.signal.aborted) return current
      restarts++
      try {
        const part = noted(await again())
        part.ready.then(
          () => tell({ part: first.name, is: 'back', detail: '' }),
          () => undefined,
        )
        return part
      } catch (error) {
        tell({
          part: first.name,
          is: 'failed',
          detail: error instanceof Error ? error.message : String(error),
        })
      }
    }
  }

  const watching = watch()
  return {
    name: first.name,
    async stop() {
      stopping.abort()
      await current.stop()
      await watching
      // A part that was being started again meanwhile.
      await current.stop()
    },
  }
}
