import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { identify, isAlive, type ProcessIdentity, signal } from '#server/runtime/process-identity.ts'
import { readRunRecord } from '#server/runtime/run-record.ts'
import '../harness/provided.ts'
import { remember } from '../harness/test-parts.ts'
import { openHearing } from './hearing.ts'

export type Part = 'PostgreSQL' | 'Temporal' | 'server' | 'worker'
export const password = 'venik-venik'
export type House = Awaited<ReturnType<typeof aHouse>>

/** Everything that `npm start` runs, each part a process that can be killed; on a data folder of its own. */
export async function aHouse({ smtpUrl }: { smtpUrl: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-torture-'))
  // User postgres must be able to enter when the tests run as root.
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const script = join(import.meta.dirname, 'start.ts')
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      ...{ PORT: '0', VORONKA_DATA: data, VORONKA_DEMO_PASSWORD: password, SMTP_URL: smtpUrl },
      ...{ DATABASE_URL: '', TEMPORAL_ADDRESS: '', LOG_LEVEL: 'warn' },
      VORONKA_WORKFLOW_BUNDLE: inject('servers').workflowBundle,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = linesOf(child)
  const parent = identify(child.pid ?? 0) as ProcessIdentity
  remember({ processes: [parent], folders: [folder] })
  const url = (await lines.says(/\(ready\): /)).split('(ready): ')[1] ?? ''
  const { postgresPassword } = JSON.parse(readFileSync(join(data, 'secret.json'), 'utf8'))
  const { database } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))
  const base = database.replace('://', `://postgres:${encodeURIComponent(postgresPassword)}@`)
  const hearing = await openHearing(base)
  const parts = () => readRunRecord(data)?.parts ?? {}
  const noteParts = () => remember({ processes: Object.values(parts()) })
  noteParts()
  lines.onLine(line => {
    // Who listened to the base has lost it with the base.
    if (line.includes('PostgreSQL снова работает')) void hearing.again()
    if (line.includes('снова работает')) noteParts()
    hearing.stir()
  })
  return {
    url,
    hearing,
    /** The next line that the parent says. */
    nextLine: lines.next,
    /** Ends the part at once, as a power cut would; the parent starts it again. Waits for one that is being started. */
    async kill(part: Part): Promise<void> {
      const before = parts()[part] as ProcessIdentity
      if (!isAlive(before)) await lines.says(`${part} снова работает`, lines.count())
      const seen = lines.count()
      signal(parts()[part] as ProcessIdentity, 'SIGKILL')
      await lines.says(`${part} остановился`, seen)
    },
    /** Ends the part while the parent cannot start it again; answers what lets it. */
    killAndHold(part: Part): () => Promise<void> {
      const seen = lines.count()
      signal(parent, 'SIGSTOP')
      signal(parts()[part] as ProcessIdentity, 'SIGKILL')
      return async () => {
        signal(parent, 'SIGCONT')
        await lines.says(`${part} снова работает`, seen)
      }
    },
    isUp: (part: Part): boolean => isAlive(parts()[part] as ProcessIdentity),
    /** SQL past row security, on a connection of its own. */
    async sql<T = Record<string, unknown>>(query: string, params: unknown[] = []): Promise<T[]> {
      const client = new pg.Client({ connectionString: base })
      client.on('error', () => undefined)
      await client.connect()
      try {
        return (await client.query(query, params)).rows as T[]
      } finally {
        await client.end()
      }
    },
    said: lines.all,
    async [Symbol.asyncDispose]() {
      await hearing.close()
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      await lines.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a child says, line by line, from its beginning. */
function linesOf(child: ReturnType<typeof spawn>) {
  const lines: string[] = []
  const listeners = new Set<(line: string) => void>()
  let rest = ''
  const listen = (chunk: Buffer) => {
    const whole = (rest + chunk).split('\n')
    rest = whole.pop() ?? ''
    for (const line of whole) {
      lines.push(line)
      for (const listener of listeners) listener(line)
    }
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const next = () =>
    new Promise<string>(resolve => {
      const listener = (line: string) => {
        listeners.delete(listener)
        resolve(line)
      }
      listeners.add(listener)
    })
  return {
    ended,
    next,
    onLine: (listener: (line: string) => void) => void listeners.add(listener),
    count: () => lines.length,
    all: () => lines.join('\n'),
    /** The first line with these words, from line `from` on. */
    async says(words: string | RegExp, from = 0): Promise<string> {
      const fits = (line: string) => (typeof words === 'string' ? line.includes(words) : words.test(line))
      for (;;) {
        const found = lines.slice(from).find(fits)
        if (found !== undefined) return found
        await Promise.race([
          next(),
          ended.then(() => Promise.reject(new Error(`ended before ${words}:\n${lines.join('\n')}`))),
        ])
      }
    },
  }
}
