import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '../settings.ts'
import { askForeignBase, askForeignEngine } from './foreign-servers.ts'
import { keepAlive } from './keep-alive.ts'
import { logFile } from './log-file.ts'
import { launchPostgres } from './postgres.ts'
import type { Claim } from './run-record.ts'
import { PartFailed } from './running-process.ts'
import type { Screen } from './screen.ts'
import type { Secret } from './secret.ts'
import type { Supervised } from './supervise.ts'
import { launchTemporal } from './temporal.ts'

/** Binaries that set-up has placed; null where there are none. */
export interface Binaries {
  postgresBin: string | null
  temporalCli: string | null
}

export interface EnginesOptions {
  settings: Settings
  secret: Secret
  claim: Claim
  screen: Screen
  binaries: Binaries
  stopping: AbortSignal
}

/** The base and the process engine, ours or somebody else's. */
export interface Engines {
  /** A login that owns the application's database. */
  adminUrl: string
  temporalAddress: string
  /** What of it is ours to keep alive and to end, the base last. */
  supervised: Supervised[]
}

/**
 * Starts base and engine side by side and waits for both before it judges: a failure of one must not leave the other
 * running unseen. What was started is ended when something failed.
 */
export async function startEngines(options: EnginesOptions): Promise<Engines> {
  const supervised: Supervised[] = []
  const [base, engine] = await Promise.allSettled([
    startBase(options, supervised),
    startEngine(options, supervised),
  ])
  if (base.status === 'fulfilled' && engine.status === 'fulfilled')
    return { adminUrl: base.value, temporalAddress: engine.value, supervised }
  await Promise.all(supervised.map(part => part.stop()))
  throw [base, engine].find(each => each.status === 'rejected')?.reason
}

async function startBase({ settings, secret, binaries, ...rest }: EnginesOptions, supervised: Supervised[]) {
  if (settings.databaseUrl) {
    await askForeignBase(settings.databaseUrl)
    return settings.databaseUrl
  }
  if (!binaries.postgresBin) throw new PartFailed('PostgreSQL', 'PostgreSQL: node scripts/setup.js')
  const { dataDir } = settings
  const fixed = { bin: binaries.postgresBin, dataDir, superuserPassword: secret.postgresPassword }
  const log = logFile(dataDir, 'postgres')
  const first = await keepAlive({
    ...rest,
    title: 'PostgreSQL',
    parts: supervised,
    launch: () => launchPostgres({ ...fixed, log }),
    // On the port it got: others hold its address.
    again: ({ port }) => launchPostgres({ ...fixed, log, port }),
  })
  await createDatabase(first.url())
  return first.url('voronka')
}

async function startEngine({ settings, binaries, ...rest }: EnginesOptions, supervised: Supervised[]) {
  if (settings.temporal.address) {
    await askForeignEngine(settings.temporal.address)
    return settings.temporal.address
  }
  const cli = settings.temporal.cli ?? binaries.temporalCli
  if (!cli) throw new PartFailed('Temporal', 'Temporal: node scripts/setup.js')
  const dbFile = join(settings.dataDir, 'temporal', 'temporal.db')
  const fixed = {
    cli,
    dbFile,
    namespace: settings.temporal.namespace,
    log: logFile(settings.dataDir, 'temporal'),
  }
  const first = await keepAlive({
    ...rest,
    title: 'Temporal',
    parts: supervised,
    launch: () => launchTemporal(fixed),
    again: ({ port }) => launchTemporal({ ...fixed, port }),
  })
  return first.address
}

async function createDatabase(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'voronka'`)
    if (rowCount === 0) await client.query('create database voronka')
  } finally {
    await client.end()
  }
}
