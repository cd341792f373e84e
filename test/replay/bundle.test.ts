import { beforeAll, describe, expect, it } from 'vitest'
import { bundleWorkflows } from '#server/engine/workflow-bundle.ts'

/** Every cached process pays for what the bundle holds: zod alone would cost half a megabyte of heap for each. */
const BYTES_ALLOWED = 2_600_000
const packagesAllowed = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc']

let code: string
let modules: string[]
beforeAll(async () => {
  ;({ code } = await bundleWorkflows())
  const program = code.slice(0, code.indexOf('//# sourceMappingURL'))
  modules = [...new Set([...program.matchAll(/"(\.\/[^"\n]+\.[cm]?[jt]s)"/g)].map(([, path]) => path ?? ''))]
})

describe('the bundle of the processes', () => {
  it('holds no package but the engine’s own', () => {
    const packages = modules.flatMap(path => /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(path)?.[1] ?? [])
    expect([...new Set(packages)].toSorted()).toEqual(packagesAllowed)
  })

  it('holds our pure rooms and nothing that reaches the base or the doors', () => {
    const ours = modules.filter(path => !path.includes('node_modules'))
    expect(ours).toContain('./workflows/approvals/approval.workflow.ts')
    const foreign = ours.filter(path => !/^\.\/(domain|workflows)\//.test(path) || path.includes('.entity.'))
    expect(foreign).toEqual(['./server/engine/failure-converter.cjs'])
  })

  it(`stays under ${BYTES_ALLOWED} bytes with its source map`, () => {
    expect(code.length).toBeLessThan(BYTES_ALLOWED)
  })
})
