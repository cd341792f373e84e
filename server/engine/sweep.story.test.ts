import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrm } from '#server/shared/orm.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aDatabase, type TestDatabase } from '#test/harness/servers.ts'
import { sweep } from './sweep.ts'

let database: TestDatabase
let orm: Awaited<ReturnType<typeof openOrm>>
beforeAll(async () => {
  database = await aDatabase()
  orm = await openOrm({ url: database.appUrl })
})
afterAll(async () => {
  await orm.close()
  await database[Symbol.asyncDispose]()
})

const sql = <T>(query: string) => forkSystem(orm).execute<T[]>(query)
const aMessage = (id: string, sentAt: string, nextAt: string) =>
  sql(`insert into outbox_message (kind, name, workflow_id, payload, sent_at, next_at)
       values ('start', 'deal', '${id}', '{}', ${sentAt}, ${nextAt})`)

describe('the sweep of the outbox', () => {
  it('S-033 A9 brings forward what waits for a later try, forgets what was told long ago, and leaves the rest', async () => {
    await aMessage('postponed', 'null', "now() + interval '1 hour'")
    await aMessage('told lately', 'now()', 'now()')
    await aMessage('told long ago', "now() - interval '31 days'", 'now()')
    expect(await sweep(orm)).toBe(true)
    const left = await sql<{ workflow_id: string; due: boolean }>(
      'select workflow_id, sent_at is null and next_at <= now() as due from outbox_message order by id',
    )
    expect(left).toEqual([
      { workflow_id: 'postponed', due: true },
      { workflow_id: 'told lately', due: false },
    ])
  })

  it('A9 is done by one server at a time', async () => {
    const other = forkSystem(orm)
    await other.transactional(async em => {
      await em.execute('select pg_advisory_xact_lock(7301945)')
      expect(await sweep(orm)).toBe(false)
    })
    expect(await sweep(orm)).toBe(true)
  })
})
