import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readParts } from '../../scripts/setup/paths.js'
import { applicationAddress, migrate } from '../compose/migrate.ts'
import { askForeignBase } from '../runtime/foreign-servers.ts'
import { launchPostgres } from '../runtime/postgres.ts'
import { isAlive } from '../runtime/process-identity.ts'
import { claimDataFolder, readRunRecord } from '../runtime/run-record.ts'
import { openSecret } from '../runtime/secret.ts'
import type { Settings } from '../settings.ts'
import { openOrm } from '../shared/orm.ts'
import { InputRefused } from './refusals.ts'
import type { Say } from './say.ts'

/** A base of today's shape that a command may work with, and what must be ended after it. */
export interface BaseAtHand {
  /** A login that may take every sight. */
  url: string
  close(): Promise<void>
}

/**
 * The base named by DATABASE_URL; else that of the instance that runs on the data folder; else the folder's own,
 * started for the moment under the lock that `npm start` takes.
 * @throws SettingRefused, AlreadyRunning, PartFailed, InputRefused while an instance is just starting
 */
export async function baseAtHand(settings: Settings, say: Say): Promise<BaseAtHand> {
  if (settings.databaseUrl) return { url: await foreignBase(settings, settings.databaseUrl), close: nothing }
  const record = readRunRecord(settings.dataDir)
  if (!record || !isAlive(record.parent)) return ownBaseForTheMoment(settings)
  const running = join(settings.dataDir, 'running.json')
  if (!existsSync(running))
    throw new InputRefused(
      say(
        `В папке данных ${settings.dataDir} сейчас запускается или работает другая команда (процесс ${record.parent.pid}). Повторите, когда она закончит.`,
        `Another command is starting or at work in the data folder ${settings.dataDir} (process ${record.parent.pid}). Try again when it is done.`,
      ),
    )
  const { database }: { database: string } = JSON.parse(readFileSync(running, 'utf8'))
  const secret = openSecret(settings.secretFile)
  return { url: applicationAddress(database, secret.appRolePassword), close: nothing }
}

const nothing = async () => undefined

/** Its own login will do; who works with it already keeps its password, so only an old base is touched. */
async function foreignBase(settings: Settings, url: string): Promise<string> {
  await askForeignBase(url)
  const orm = await openOrm({ url, poolSize: 1 })
  const pending = await orm.migrator.getPending().finally(() => orm.close())
  if (pending.length > 0)
    await migrate({ adminUrl: url, appRolePassword: openSecret(settings.secretFile).appRolePassword })
  return url
}

async function ownBaseForTheMoment({ dataDir, secretFile }: Settings): Promise<BaseAtHand> {
  const { postgresBin } = readParts()
  if (!postgresBin) throw new InputRefused('PostgreSQL: node scripts/setup.js')
  const claim = await claimDataFolder(dataDir)
  const secret = openSecret(secretFile)
  const stops: (() => Promise<void>)[] = []
  const close = async () => {
    for (const stop of stops.splice(0)) await stop()
    claim.release()
  }
  try {
    const postgres = await launchPostgres({
      bin: postgresBin,
      dataDir,
      superuserPassword: secret.postgresPassword,
    })
    stops.push(() => postgres.stop())
    const { name, pid, startTime } = postgres
    claim.note(name, { pid, startTime, restarts: 0, lastExit: null, since: new Date().toISOString() })
    await postgres.ready
    await createDatabase(postgres.url())
    const adminUrl = postgres.url('voronka')
    const { appUrl } = await migrate({ adminUrl, appRolePassword: secret.appRolePassword })
    return { url: appUrl, close }
  } catch (error) {
    await close()
    throw error
  }
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
