import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { launch, type RunningProcess } from './running-process.ts'

export interface TemporalOptions {
  /** The `temporal` binary. */
  cli: string
  /** Its database; null keeps everything in memory, for tests. */
  dbFile: string | null
  /** Any free one where it is not given. */
  port?: number
  namespace?: string
  log?: (text: string) => void
}

export interface Temporal extends RunningProcess {
  address: string
  port: number
}

/** Closed processes stay readable this long; what must be kept longer is in process_event. */
const retention = '720h'

/** The binary would take an address, a namespace or keys of another server from its user's environment and home. */
const ownEnvironment = { PATH: '/usr/bin:/bin' }

/** Starts the dev server on loopback. Resolves when it runs; `ready` when its namespace answers. */
export async function launchTemporal(options: TemporalOptions): Promise<Temporal> {
  const { cli, dbFile, namespace = 'default', log = () => undefined } = options
  const port = options.port ?? (await freePort())
  const address = `127.0.0.1:${port}`
  if (dbFile) mkdirSync(dirname(dbFile), { recursive: true })
  const running = await launch({
    name: 'Temporal',
    command: cli,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--namespace', namespace, '--log-level', 'error'],
      // WAL is worth 1.5 to 2 times the throughput; without a file there is nothing to lose.
      ...(dbFile ? ['--db-filename', dbFile, '--sqlite-pragma', 'journal_mode=WAL'] : []),
      // By default more than 10 updates at once on one process are aborted and retried.
      ...['--dynamic-config-value', 'history.maxInFlightUpdates=200'],
    ],
    env: ownEnvironment,
    log,
    farewell: [{ signal: 'SIGTERM', patienceMs: 15_000 }],
    becomesReady: (_, ended) => answers({ cli, address, namespace }, ended),
  })
  return { ...running, address, port }
}

export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const temporal = await launchTemporal(options)
  await temporal.ready
  return temporal
}

/**
 * Sets the namespace's retention until that succeeds (by default it is a day, at every start anew), which also proves
 * that the server answers. That it is ours is proved by our child being alive: on a taken port it ends at once.
 */
async function answers(
  { cli, address, namespace }: { cli: string; address: string; namespace: string },
  ended: AbortSignal,
): Promise<void> {
  const args = [
    'operator',
    'namespace',
    'update',
    '--retention',
    retention,
    '-n',
    namespace,
    '--address',
    address,
  ]
  while (!ended.aborted) {
    const done = await promisify(execFile)(cli, args, { timeout: 5_000, env: ownEnvironment }).then(
      () => true,
      () => false,
    )
    if (done) return
    await pause(50, undefined, { signal: ended }).catch(() => undefined)
  }
}
