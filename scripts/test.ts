import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asText, runChecks } from './check.ts'
import { type Count, countTests, inOneLine, sum } from './test/count.ts'

const root = join(import.meta.dirname, '..')

/**
 * The whole suite, told as it goes: types, lint and house rules, then unit, story and browser tests. Words after
 * `npm test --` go to vitest, and only those tests are run then.
 */
async function runAll(wanted: string[]): Promise<Count> {
  if (wanted.length > 0) return runVitest(wanted)
  const checks = await runChecks(result => console.log(asText(result)))
  const failed = checks.filter(check => !check.ok).length
  return sum({ passed: checks.length - failed, failed }, await runVitest([]))
}

async function runVitest(wanted: string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-test-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...wanted], {
    cwd: root,
    stdio: 'inherit',
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  try {
    return countTests(JSON.parse(readFileSync(report, 'utf8')), code === 0)
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const count = await runAll(process.argv.slice(2))
console.log(inOneLine(count))
process.exitCode = count.failed === 0 ? 0 : 1
