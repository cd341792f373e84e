import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, Worker, type WorkflowBundle } from '@temporalio/worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTimeSkippingEngine, type TimeSkippingEngine } from '#test/harness/time-skipping.ts'
import { addSignal, addUpdate, type CountingDeeds, counting, endSignal } from './counting.workflow.ts'

let engine: TimeSkippingEngine
let workflowBundle: WorkflowBundle | { code: string }
beforeAll(async () => {
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }
  const workflowsPath = fileURLToPath(new URL('./counting.workflow.ts', import.meta.url))
  ;[engine, workflowBundle] = await Promise.all([
    aTimeSkippingEngine(),
    bundleWorkflowCode({ workflowsPath, logger: silent }),
  ])
})
afterAll(() => engine[Symbol.asyncDispose]())

/** Deeds that take their time, the earlier the longer, so that an unguarded later one would overtake. */
function slowDeeds() {
  const recorded: number[] = []
  const performed: number[] = []
  let running = 0
  let most = 0
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const turns = async (n: number) => {
    for (let i = 0; i < n; i++) await new Promise(resolve => setImmediate(resolve))
  }
  const activities: CountingDeeds = {
    async record({ seq }) {
      most = Math.max(most, ++running)
      await turns(Math.max(1, 200 - 10 * seq))
      recorded.push(seq)
      running--
    },
    async effect({ seq, slow }) {
      if (slow) await held
      performed.push(seq)
    },
  }
  return { activities, recorded, performed, letGo, most: () => most }
}

async function withWorker<T>(activities: object, story: () => Promise<T>): Promise<T> {
  const worker = await Worker.create({
    connection: engine.connection,
    taskQueue: 'counting',
    workflowBundle,
    activities,
    maxCachedWorkflows: 0,
  })
  return worker.runUntil(story)
}
let last = 0
const start = () =>
  engine.client.workflow.start(counting, {
    workflowId: `counting/${++last}`,
    taskQueue: 'counting',
    args: [{}],
  })

it('records of commands made at once reach the projection in the order of seq, one at a time', async () => {
  const deeds = slowDeeds()
  await withWorker(deeds.activities, async () => {
    const handle = await start()
    const add = (i: number) => handle.executeUpdate(addUpdate, { args: [{ add: 1, requestId: `r${i}` }] })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => add(i)))
    expect(answers.map(answer => answer.total).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    await handle.signal(endSignal, {})
    await handle.result()
  })
  expect(deeds.recorded).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(deeds.most()).toBe(1)
})

it('continues as new with state and request ids, and a repeat of an old request still adds nothing', async () => {
  const deeds = slowDeeds()
  await withWorker(deeds.activities, async () => {
    const handle = await start()
    const add = (requestId: string) =>
      engine.client.workflow
        .getHandle(handle.workflowId)
        .executeUpdate(addUpdate, { args: [{ add: 1, requestId }] })
    let runs = 1
    for (let i = 1; runs < 3; i++) {
      const answer = await add(`r${i}`)
      expect(answer).toMatchObject({ seq: i, total: i })
      runs = answer.runs
      expect(i).toBeLessThan(60)
    }
    const now = await add('r1')
    expect(now).toMatchObject({ total: now.seq, runs })
    await engine.client.workflow.getHandle(handle.workflowId).signal(endSignal, {})
    expect(await handle.result()).toMatchObject({ total: now.total })
  })
  expect(deeds.recorded).toEqual(deeds.recorded.map((_, i) => i + 1))
})

it('an effect that answers an event has it stepped as a move of its own', async () => {
  const deeds = slowDeeds()
  await withWorker(deeds.activities, async () => {
    const handle = await start()
    await handle.signal(addSignal, { add: 100, requestId: 'r' })
    await handle.signal(endSignal, {})
    expect(await handle.result()).toMatchObject({ total: 101 })
  })
  expect(deeds.recorded).toEqual([1, 2])
})

it('an effect beside the others holds up no answer, and the process does not end before it', async () => {
  const deeds = slowDeeds()
  await withWorker(deeds.activities, async () => {
    const handle = await start()
    await handle.executeUpdate(addUpdate, { args: [{ add: 7, requestId: 'a' }] })
    await handle.executeUpdate(addUpdate, { args: [{ add: 1, requestId: 'b' }] })
    expect(deeds.performed).toEqual([2])
    await handle.signal(endSignal, {})
    deeds.letGo()
    await handle.result()
  })
  expect(deeds.performed).toEqual([2, 1])
})
