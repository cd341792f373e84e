import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../server/runtime/postgres.ts'
import { openSecret } from '../../server/runtime/secret.ts'
import { startTemporal } from '../../server/runtime/temporal.ts'
import { readParts } from '../setup/paths.js'

const root = join(import.meta.dirname, '../..')
const rounds = 3

/**
 * How long a second `npm start` takes until it says that it is ready, against a bare start of PostgreSQL and Temporal
 * on the same data in the same run. Medians, ms.
 */
export async function benchmark(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  try {
    const firstStartMs = await npmStart(dataDir)
    const second: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      second.push(await npmStart(dataDir))
      bare.push(await bareStart(dataDir))
    }
    const [secondStartMs, bareStartMs] = [median(second), median(bare)]
    const ratio = Math.round((secondStartMs / bareStartMs) * 10) / 10
    return { firstStartMs, secondStartMs, limitMs: 12_000, bareStartMs, ratio, firstSetUp: firstSetUp() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From the command to its line with `ready`; then stopped and waited for. */
async function npmStart(dataDir: string): Promise<number> {
  const began = performance.now()
  const env = { ...process.env, PORT: '0', VORONKA_DATA: dataDir }
  const child = spawn('npm', ['start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let said = ''
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      said += chunk
      if (said.includes('(ready)')) resolve(performance.now() - began)
    })
    child.once('close', code => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  const ended = new Promise(resolve => child.once('close', resolve))
  const { pid }: { pid: number } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
  process.kill(pid, 'SIGTERM')
  await ended
  return Math.round(took)
}

async function bareStart(dataDir: string): Promise<number> {
  const { postgresBin, temporalCli } = readParts()
  if (!postgresBin || !temporalCli) throw new Error('node scripts/setup.js')
  const superuserPassword = openSecret(join(dataDir, 'secret.json')).postgresPassword
  const began = performance.now()
  const parts = await Promise.all([
    startPostgres({ bin: postgresBin, dataDir, superuserPassword }),
    startTemporal({ cli: temporalCli, dbFile: join(dataDir, 'temporal/temporal.db') }),
  ])
  const took = performance.now() - began
  for (const part of parts) await part.stop()
  return Math.round(took)
}

/** Steps of the first set-up of this checkout with their times, as set-up has noted them. */
function firstSetUp(): unknown {
  const path = join(root, 'node_modules/.voronka/first-setup.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
