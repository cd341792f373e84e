import { orAborted } from './or-aborted.ts'
import type { Claim } from './run-record.ts'
import type { RunningProcess } from './running-process.ts'
import type { Screen } from './screen.ts'
import { type Supervised, supervise } from './supervise.ts'

export interface KeepAliveOptions<P extends RunningProcess> {
  /** As the screen calls it. */
  title: string
  launch: () => Promise<P>
  /** Starts it again where others know it to be: by default the same way. */
  again?: (first: P) => Promise<P>
  claim: Claim
  screen: Screen
  stopping: AbortSignal
  /** Grows by the part once it is up. */
  parts: Supervised[]
}

/**
 * Starts a part and keeps it alive from the moment it was ready. Its first start is judged: one that fails is told with
 * its last words, and not repeated.
 * @throws PartFailed, or the reason of the stop
 */
export async function keepAlive<P extends RunningProcess>(options: KeepAliveOptions<P>): Promise<P> {
  const { title, launch, again = launch, claim, screen, stopping, parts } = options
  const first = await launch()
  const { name, pid, startTime } = first
  // Before it is ready already: a parent killed now must not leave it unknown.
  claim.note(name, { pid, startTime, restarts: 0, lastExit: null, since: new Date().toISOString() })
  try {
    await screen.step(title, () => orAborted(first.ready, stopping))
  } catch (error) {
    await first.stop()
    throw error
  }
  parts.push(supervise({ first, again: () => again(first), note: claim.note, tell: screen.part }))
  return first
}
