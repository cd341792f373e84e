import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataConverter } from '#server/engine/data-converter.ts'
import { bundleWorkflows } from '#server/engine/workflow-bundle.ts'
import { quietRuntime } from '#test/harness/time-skipping.ts'
import { testKeys } from './test-keys.ts'

const folder = join(import.meta.dirname, '../histories')
const stories = readdirSync(folder).filter(name => name.endsWith('.json'))
type History = ReturnType<typeof historyFromJSON>

const read = (name: string): History => historyFromJSON(JSON.parse(readFileSync(join(folder, name), 'utf8')))
const options = { dataConverter: dataConverter(testKeys), replayName: 'kept-histories' }

/** What today's code makes of a history: null when it would have done the same. */
async function replay(code: string, history: History): Promise<Error | null> {
  const results = Worker.runReplayHistories({ ...options, workflowBundle: { code } }, [
    { workflowId: 'kept', history },
  ])
  for await (const { error } of results) return error ?? null
  throw new Error('nothing was replayed')
}

let code: string
beforeAll(async () => {
  quietRuntime()
  ;({ code } = await bundleWorkflows())
})

describe('processes that began under older code go on under today’s', () => {
  it('a history of every kind of process is kept', () => {
    const kinds = stories.map(
      name => read(name).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    )
    const list = readFileSync(join(import.meta.dirname, '../../workflows/index.ts'), 'utf8')
    const types = [...list.matchAll(/^export \{ (\w+) \}/gm)].map(([, type]) => type)
    expect(types.filter(type => !kinds.includes(type))).toEqual([])
  })

  it.each(stories)('%s', async name => {
    expect(await replay(code, read(name))).toBeNull()
  })

  it('code that does another thing than it did is caught', async () => {
    const changed = code.replaceAll('soon.concludeApproval(', 'notices.concludeApproval(')
    expect(changed).not.toBe(code)
    const error = await replay(changed, read('approval-withdrawn.json'))
    expect(error).toBeInstanceOf(DeterminismViolationError)
  })

  it('code that does the same things in another order is caught', async () => {
    const recording = 'if (outcome.state.seq !== current.seq'
    const early = 'for (const effect of outcome.effects) await parts.perform(effect, outcome.state);'
    const changed = code.replace(recording, `${early} ${recording}`)
    expect(changed).not.toBe(code)
    const error = await replay(changed, read('approval-withdrawn.json'))
    expect(error).toBeInstanceOf(DeterminismViolationError)
  })
})
