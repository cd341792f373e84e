import { connect } from 'node:net'
import pg from 'pg'
import { SettingRefused } from './setting-values.ts'

/** Somebody else's base must answer, and be of a version that we know how to live on, before anything is started. */
export async function askForeignBase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    const version = Number(rows[0]?.version)
    if (version < 150_000)
      throw new SettingRefused(`DATABASE_URL: PostgreSQL ${Math.floor(version / 10_000)} < 15`)
  } catch (error) {
    throw error instanceof SettingRefused
      ? error
      : new SettingRefused(`DATABASE_URL: ${error instanceof Error ? error.message || String(error) : error}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Somebody else's engine must at least listen where the settings say. */
export const askForeignEngine = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(`tcp://${address}`)
    const refuse = (why: string) => reject(new SettingRefused(`TEMPORAL_ADDRESS=${address}: ${why}`))
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), timeout: 10_000 })
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('timeout', () => {
      socket.destroy()
      refuse('timeout')
    })
    socket.once('error', error => refuse(error.message))
  })
