import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { asLine, type Finding } from './check/finding.ts'
import { findHouseBreaches } from './check/house-rules.ts'
import { findWallBreaches } from './check/import-walls.ts'
import { runTool, type ToolAnswer } from './check/run-tool.ts'
import { readSources } from './check/source-tree.ts'

/** One step of the check: its name, how it ended, what it said (empty when it had nothing to say), how long it took. */
export interface CheckResult {
  name: string
  ok: boolean
  output: string
  ms: number
}

interface Step {
  name: string
  run(): ToolAnswer | Promise<ToolAnswer>
}

const root = join(import.meta.dirname, '..')

/** Runs every step, two at a time, and calls `tell` as each ends. Never throws: what fails is a result. */
export async function runChecks(tell: (result: CheckResult) => void = () => {}): Promise<CheckResult[]> {
  const waiting = steps()
  const results: CheckResult[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await timed(step)
      results.push(result)
      tell(result)
    }
  }
  await Promise.all([lane(), lane()])
  return results
}

/** The slow ones first, so that the two lanes end together. */
function steps(): Step[] {
  const types = [
    { name: 'types', project: '.', source: 'server' },
    { name: 'types of workflows', project: 'workflows', source: 'workflows' },
    { name: 'types of screens', project: 'admin-ui', source: 'admin-ui/src' },
  ].filter(({ source }) => hasSource(source))
  return [
    ...types.map(({ name, project }) => ({
      name,
      run: () => runTool(root, 'tsc', ['--noEmit', '--pretty', 'false', '-p', project]),
    })),
    { name: 'dead code (knip)', run: findDeadCode },
    { name: 'lint and format (Biome)', run: () => runTool(root, 'biome', ['ci', '--colors=off', '.']) },
    { name: 'import walls and rules of the house', run: ownRules },
  ]
}

/** knip's parser is not offered for macOS at the pinned version; elsewhere its absence is a failure like any other. */
async function findDeadCode(): Promise<ToolAnswer> {
  const absent = process.platform === 'darwin' && !existsSync(join(root, 'node_modules/@oxc-parser'))
  if (absent) return { ok: true, output: 'left out: no parser for this system' }
  return runTool(root, 'knip', ['--no-progress', '--no-config-hints'])
}

function ownRules(): ToolAnswer {
  const sources = readSources(root)
  const findings: Finding[] = [...findWallBreaches(root, sources), ...findHouseBreaches(root, sources)]
  return { ok: findings.length === 0, output: findings.map(asLine).join('\n') }
}

const hasSource = (folder: string): boolean =>
  existsSync(join(root, folder)) &&
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some(path => /\.tsx?$/.test(path))

async function timed({ name, run }: Step): Promise<CheckResult> {
  const start = performance.now()
  const answer = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => ({
      ok: false,
      output: error instanceof Error ? error.message : String(error),
    }))
  return { name, ...answer, ms: Math.round(performance.now() - start) }
}

/** `ok    0.4 s  types`, and below it what a failed step said. */
export const asText = ({ name, ok, output, ms }: CheckResult): string =>
  `${ok ? 'ok    ' : 'FAILED'} ${(ms / 1000).toFixed(1).padStart(5)} s  ${name}${ok ? leftOut(output) : `\n${output.trimEnd()}\n`}`

const leftOut = (output: string): string => (output.startsWith('left out') ? ` (${output})` : '')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await runChecks(result => console.log(asText(result)))
  const failed = results.filter(result => !result.ok).length
  console.log(`${results.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
