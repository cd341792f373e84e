import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { NativeConnection, Worker } from '@temporalio/worker'
import { dataConverter } from '#server/engine/data-converter.ts'
import { bundleWorkflows } from '#server/engine/workflow-bundle.ts'
import { startTemporal } from '#server/runtime/temporal.ts'
import { readParts } from '../../scripts/setup/paths.js'
import { quietRuntime } from '../harness/time-skipping.ts'
import { fakeDeeds } from './fake-deeds.ts'
import { keptStories, openings, tellStory } from './kept-stories.ts'
import { testKeys } from './test-keys.ts'

/**
 * Tells every kept story on a real engine and writes its history to test/histories, in the form the engine keeps it
 * (payloads encrypted with the test key). Run it when a process got a new kind of path, and keep the old files:
 * they are what running installations have. A name on the command line writes that story only.
 *
 *     node test/replay/export-histories.ts [name]
 */
const folder = join(import.meta.dirname, '../histories')
const only = process.argv[2]
const cli = readParts().temporalCli
if (!cli) throw new Error('Temporal is not set up: run node scripts/setup.js')
const [engine, workflowBundle] = await Promise.all([startTemporal({ cli, dbFile: null }), bundleWorkflows()])
// Histories are read for years: they say nothing of the machine they were made on.
const settings = { dataConverter: dataConverter(testKeys), identity: 'kept-stories' }
quietRuntime()
const connection = await NativeConnection.connect({ address: engine.address })
const client = new Client({ ...settings, connection: await Connection.connect({ address: engine.address }) })

const waiting: { deed: string; workflowId: string; done: () => void }[] = []
const until = (deed: string, workflowId: string) =>
  new Promise<void>(done => {
    waiting.push({ deed, workflowId, done })
  })
const { activities } = fakeDeeds(openings(Date.now()), async (name, key) => {
  for (const { deed, workflowId, done } of waiting)
    if (deed === name && key.startsWith(`${workflowId}/`)) done()
})
const core = await Worker.create({ ...settings, connection, workflowBundle, activities, taskQueue: 'core' })
const render = await Worker.create({ ...settings, connection, activities, taskQueue: 'render' })
try {
  mkdirSync(folder, { recursive: true })
  await core.runUntil(
    render.runUntil(async () => {
      const stories = Object.entries(keptStories(until)).filter(([name]) => !only || name === only)
      await Promise.all(
        stories.map(async ([name, story]) => {
          const history = await (await tellStory(client, 'core', story)).fetchHistory()
          writeFileSync(join(folder, `${name}.json`), `${historyToJSON(history)}\n`)
          console.log(`${name}: ${history.events?.length} events`)
        }),
      )
    }),
  )
} finally {
  await connection.close()
  await client.connection.close()
  await engine.stop()
}
