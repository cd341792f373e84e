import pg from 'pg'
import { openOrm } from '../shared/orm.ts'

export interface MigrateOptions {
  /** A login that owns the database and may create roles. */
  adminUrl: string
  /** Password for the application's own login role. */
  appRolePassword: string
}

const sights = ['voronka_restricted', 'voronka_whole', 'voronka_system']
/** Any fixed number: two starts at once wait for each other here. */
const migrationLock = 7_301_944

/**
 * Brings the base to today's shape, under a lock, and answers the address the application works with: a login that
 * owns nothing and sees nothing until it takes one of the sights.
 */
export async function migrate({ adminUrl, appRolePassword }: MigrateOptions): Promise<{ appUrl: string }> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [migrationLock])
    const { rows } = await admin.query<{ name: string; me: string }>(
      'select current_database() as name, current_user as me',
    )
    const database = rows[0]?.name ?? ''
    const login = applicationLogin(database)
    for (const sight of sights) await createRole(admin, sight, 'nologin')
    await createRole(admin, login, 'login noinherit')
    await admin.query(`alter role ${quote(login)} password '${appRolePassword.replaceAll("'", "''")}'`)
    for (const sight of sights)
      await admin.query(`grant ${sight} to ${quote(login)}, ${quote(rows[0]?.me ?? '')}`)
    await admin.query(`grant connect on database ${quote(database)} to ${quote(login)}`)
    await admin.query('grant create on schema public to voronka_system')
    const orm = await openOrm({ url: adminUrl, poolSize: 2 })
    try {
      await orm.migrator.up()
    } finally {
      await orm.close()
    }
    await admin.query('revoke create on schema public from voronka_system')
    await assertCyrillicSearch(admin)
    return { appUrl: applicationAddress(adminUrl, appRolePassword) }
  } finally {
    await admin.end()
  }
}

/** One per database, since roles belong to the whole server. */
const applicationLogin = (database: string): string => `voronka_app_${database}`.slice(0, 63)

/** The application's address of the database that any address names. */
export function applicationAddress(address: string, appRolePassword: string): string {
  const url = new URL(address)
  url.username = encodeURIComponent(applicationLogin(decodeURIComponent(url.pathname.slice(1))))
  url.password = encodeURIComponent(appRolePassword)
  return url.href
}

/** Roles belong to the whole server: another start may be making the same one. */
async function createRole(admin: pg.Client, role: string, options: string): Promise<void> {
  await admin.query(`do $$ begin create role ${quote(role)} ${options};
    exception when duplicate_object or unique_violation then null; end $$`)
}

/** PG6: where lc_ctype is C, trigram search finds nothing in Cyrillic and nobody notices. */
async function assertCyrillicSearch(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ finds: boolean }>(`select show_trgm('я') <> '{}' as finds`)
  if (!rows[0]?.finds)
    throw new Error(
      'База создана с lc_ctype = C: поиск по-русски в ней не работает. Создайте базу с LC_CTYPE C.UTF-8 или ru_RU.UTF-8.',
    )
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
