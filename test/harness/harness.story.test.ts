import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Connection } from '@temporalio/client'
import pg from 'pg'
import { expect, it } from 'vitest'
import { aDatabase, anEngine, workflowBundle } from './servers.ts'
import { aTimeSkippingEngine } from './time-skipping.ts'

const ask = async (url: string, question: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows[0]
  } finally {
    await client.end()
  }
}

it('every test may have a migrated database of its own, seen by the application’s login', async () => {
  await using one = await aDatabase()
  await using two = await aDatabase()
  expect(await ask(one.appUrl, 'select current_database() as name')).not.toEqual(
    await ask(two.appUrl, 'select current_database() as name'),
  )
  expect(await ask(one.adminUrl, 'select count(*)::int > 0 as migrated from schema_migration')).toEqual({
    migrated: true,
  })
  expect(await ask(one.appUrl, `select rolsuper from pg_roles where rolname = current_user`)).toEqual({
    rolsuper: false,
  })
})

it('every test may have an engine to itself, and the workflow code is bundled', async () => {
  const { address, namespace } = await anEngine()
  const connection = await Connection.connect({ address })
  const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace })
  await connection.close()
  expect(namespaceInfo?.name).toBe(namespace)
  expect(existsSync(workflowBundle().codePath)).toBe(true)
})

it('days pass in a moment on the time-skipping engine', async () => {
  await using engine = await aTimeSkippingEngine()
  const before = await engine.now()
  await engine.sleep('73 hours')
  expect(Math.round((await engine.now()) - before) / 3_600_000).toBeCloseTo(73, 1)
  const handle = engine.client.workflow.getHandle(randomUUID())
  await expect(handle.describe()).rejects.toThrow()
})
