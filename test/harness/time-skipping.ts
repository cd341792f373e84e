import { readdirSync, readFileSync } from 'node:fs'
import { Client } from '@temporalio/client'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { DefaultLogger, makeTelemetryFilterString, type NativeConnection, Runtime } from '@temporalio/worker'
import { identify, type ProcessIdentity } from '#server/runtime/process-identity.ts'
import { readParts } from '../../scripts/setup/paths.js'
import { reapOrphans, remember } from './test-parts.ts'

/** An engine whose clock can be moved: days and weeks in fractions of a second. */
export interface TimeSkippingEngine extends AsyncDisposable {
  /** A plain client: the environment's own moves the clock by itself while it waits for a result. */
  client: Client
  /** For workers. */
  connection: NativeConnection
  namespace: string
  /** Moves the clock, running every timer on the way. */
  sleep(duration: number | `${number} ${'seconds' | 'minutes' | 'hours' | 'days'}`): Promise<void>
  /** The engine's clock, epoch ms. */
  now(): Promise<number>
}

/** One clock for all its processes: a test file takes one for itself and walks through its tests in order. */
export async function aTimeSkippingEngine(): Promise<TimeSkippingEngine> {
  const { temporalTestServer } = readParts()
  if (!temporalTestServer) throw new Error('The test server is not set up: run node scripts/setup.js')
  reapOrphans()
  quietRuntime()
  const before = new Set(childrenOfThisProcess().map(child => child.pid))
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: temporalTestServer } },
  })
  remember({ processes: childrenOfThisProcess().filter(child => !before.has(child.pid)) })
  return {
    client: new Client({ connection: env.connection }),
    connection: env.nativeConnection,
    namespace: 'default',
    sleep: duration => env.sleep(duration),
    now: () => env.currentTimeMs(),
    [Symbol.asyncDispose]: () => env.teardown(),
  }
}

let quiet = false

/** Silences the native core and leaves signals to the test runner. Once per process, before any worker. */
export function quietRuntime(): void {
  if (quiet) return
  quiet = true
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  })
}

/** The native core does not tell the pid of the server it starts; empty where there is no /proc. */
function childrenOfThisProcess(): ProcessIdentity[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name) && parentOf(name) === process.pid)
      .flatMap(name => identify(Number(name)) ?? [])
  } catch {
    return []
  }
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
