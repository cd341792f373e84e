import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '#server/compose/migrate.ts'

/** Runs statements one by one as the given login. */
export async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server and login, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** A migrated database to be cloned. Its name begins every clone's, so that all of them can be dropped together. */
export async function makeTemplate(serverUrl: string): Promise<{ name: string; appUrl: string }> {
  const name = `voronka_test_${randomUUID().slice(0, 8)}`
  await execute(serverUrl, `create database ${name} template template0 encoding 'UTF8'`)
  const { appUrl } = await migrate({ adminUrl: inDatabase(serverUrl, name), appRolePassword: 'test' })
  return { name, appUrl }
}

/** Leaves a server that is not ours as it was. */
export async function dropTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where datname like $1',
      [`${name.replaceAll('_', '\\_')}%`],
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    await client.query(`drop role if exists voronka_app_${name}`)
  } finally {
    await client.end()
  }
}
