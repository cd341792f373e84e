import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { openCluster, serverUser } from './postgres-cluster.ts'
import { launch, type RunningProcess } from './running-process.ts'

export interface PostgresOptions {
  /** Folder with initdb and postgres. */
  bin: string
  /** The cluster lies in `postgres` below it and is made at the first start. */
  dataDir: string
  superuserPassword: string
  /** Any free one where it is not given. */
  port?: number
  /** False: fsync off, for tests only. */
  durable?: boolean
  log?: (text: string) => void
}

export interface Postgres extends RunningProcess {
  port: number
  /** Address of a database as superuser; of `postgres` itself where none is named. */
  url(database?: string): string
}

/**
 * Starts the embedded PostgreSQL on this machine's loopback only, and makes its cluster first where there is none.
 * Resolves when it runs; `ready` when it answers, which after a crash is after its recovery.
 */
export async function launchPostgres(options: PostgresOptions): Promise<Postgres> {
  const { bin, dataDir, superuserPassword, durable = true, log = () => undefined } = options
  const user = serverUser()
  const folder = await openCluster({ bin, dataDir, superuserPassword, user })
  const port = options.port ?? (await freePort())
  const url = (database = 'postgres') =>
    `postgresql://postgres:${encodeURIComponent(superuserPassword)}@127.0.0.1:${port}/${database}`
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const running = await launch({
    name: 'PostgreSQL',
    command: join(bin, 'postgres'),
    args: [
      '-D',
      folder,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', TZ: 'UTC' },
    log,
    // Fast, then immediate: with sessions ended, then without a last checkpoint.
    farewell: [
      { signal: 'SIGINT', patienceMs: 15_000 },
      { signal: 'SIGQUIT', patienceMs: 5_000 },
    ],
    becomesReady: (_, ended) => answers(url(), ended),
  })
  return { ...running, port, url }
}

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const postgres = await launchPostgres(options)
  await postgres.ready
  return postgres
}

async function answers(url: string, ended: AbortSignal): Promise<void> {
  for (let pauseMs = 15; !ended.aborted; pauseMs = Math.min(pauseMs * 1.5, 300)) {
    if (await answersNow(url)) return
    await pause(pauseMs, undefined, { signal: ended }).catch(() => undefined)
  }
}

async function answersNow(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
