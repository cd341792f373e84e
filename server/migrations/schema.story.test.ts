import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrm } from '#server/shared/orm.ts'
import { aDatabase, type TestDatabase } from '#test/harness/servers.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const asAdmin = <T>(sql: string) => query<T>(database.adminUrl, sql)

async function query<T>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('the migrated base', () => {
  it('PG7 has exactly the shape of the entities', async () => {
    const orm = await openOrm({ url: database.adminUrl })
    const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false })
    await orm.close()
    expect(difference.trim()).toBe('')
  })

  it('P4 forces row security on every table that holds something of a client', async () => {
    const open = await asAdmin<{ table: string }>(
      `select distinct c.table_name as table from information_schema.columns c
       join pg_class k on k.relname = c.table_name and k.relkind = 'r' and k.relnamespace = 'public'::regnamespace
       where c.table_schema = 'public' and c.column_name in ('company_id', 'deal_id')
         and not (k.relrowsecurity and k.relforcerowsecurity)`,
    )
    const policies = await asAdmin<{ roles: string[] }>(
      `select array_agg(distinct r::text order by r::text) as roles from pg_policies, unnest(roles) r group by tablename`,
    )
    expect(policies.length).toBeGreaterThan(20)
    // Not a client's: the journal (whole sight only), goods that left, and what search may not read directly.
    const known = ['audit_entry', 'issued_goods', 'search_entry']
    expect(open.map(({ table }) => table).filter(table => !known.includes(table))).toEqual([])
    for (const { roles } of policies)
      expect(roles).toEqual(['voronka_restricted', 'voronka_system', 'voronka_whole'])
  })

  it('P4 shows nothing to a connection that has not said who asks', async () => {
    await asAdmin(
      `insert into app_user (id, created_at, login, name, password_hash, roles)
         values ('01890000-0000-7000-8000-0000000000a1', now(), 'm', 'М', '-', '{manager}');
       insert into company (id, created_at, name, status, owner_id, addresses, phones, emails, needs, contact_keys)
         values ('01890000-0000-7000-8000-0000000000c1', now(), 'ООО «Ромашка»', 'potential',
           '01890000-0000-7000-8000-0000000000a1', '{}', '{}', '{}', '[]', '{}')`,
    )
    await expect(query(database.appUrl, 'select * from company')).rejects.toThrow(/permission denied/)
    await expect(
      query(database.appUrl, 'set role voronka_restricted; select * from company'),
    ).rejects.toThrow(/app\.owners/)
  })

  it('P4 the journal is only added to, whoever asks', async () => {
    await asAdmin(
      `insert into department (id, key, name) values ('01890000-0000-7000-8000-000000000001', 'x', 'Отдел')`,
    )
    const rows = await asAdmin(`select verb, changes from audit_entry where resource = 'departments'`)
    expect(rows).toMatchObject([{ verb: 'insert', changes: { name: [null, 'Отдел'] } }])
    await expect(asAdmin(`update audit_entry set verb = 'other'`)).rejects.toThrow(/only added to/)
    await expect(asAdmin('delete from audit_entry')).rejects.toThrow(/only added to/)
  })
})
