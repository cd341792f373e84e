import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts'
import { readRunRecord } from './run-record.ts'

/** Stand-ins of our own parts: the server keeps a count in the real base, the worker only says that it is there. */
const standIns = {
  'server.mjs': `
    import { createServer } from 'node:http'
    import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
    pool.on('error', () => {})
    const http = createServer(async (req, res) => {
      try {
        if (req.url === '/count') await pool.query('insert into visit default values')
        const { rows } = await pool.query('select count(*)::int as visits from visit')
        res.end(JSON.stringify({ ...rows[0], engine: process.env.TEMPORAL_ADDRESS, admin: process.env.VORONKA_ADMIN_PASSWORD }))
      } catch { res.writeHead(503).end() }
    })
    http.listen(Number(process.env.PORT), '127.0.0.1', () =>
      process.send({ ready: true, url: 'http://127.0.0.1:' + http.address().port }))
    process.on('SIGTERM', () => process.exit(0))`,
  'worker.mjs': `
    process.send({ ready: true })
    process.on('SIGTERM', () => process.exit(0))
    process.on('message', () => {})`,
  'found.mjs': `
    console.error('клиенты')
    console.log(JSON.stringify({ password: process.env.VORONKA_DEMO_PASSWORD, logins: [{ login: 'manager', name: 'Василий' }] }))`,
  'start.mjs': `
    import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    const here = new URL('.', import.meta.url).pathname
    const { startInTerminal } = await import(${JSON.stringify(new URL('./start-in-terminal.ts', import.meta.url).href)})
    const { readParts } = await import(${JSON.stringify(new URL('../../scripts/setup/paths.js', import.meta.url).href)})
    await startInTerminal(() => ({
      binaries: readParts(),
      server: here + 'server.mjs', worker: here + 'worker.mjs', founding: here + 'found.mjs',
      workflowBundle: async () => here + 'bundle.js',
      migrate: async ({ adminUrl }) => {
        const client = new pg.Client({ connectionString: adminUrl })
        await client.connect()
        await client.query('create table if not exists visit (id serial)')
        await client.end()
        return { appUrl: adminUrl }
      },
    }))`,
}

interface Start extends ProcessIdentity {
  child: ChildProcess
  said(): string
  /** Resolves with the rest of the line that was waited for. */
  says(words: string | RegExp): Promise<string>
  ended: Promise<number | null>
}

let folder: string
let data: string
let starts: Start[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-parent-'))
  chmodSync(folder, 0o755)
  data = join(folder, 'data')
  starts = []
  for (const [name, code] of Object.entries(standIns)) writeFileSync(join(folder, name), code)
})

afterEach(async () => {
  for (const each of starts) {
    each.child.kill('SIGTERM')
    await each.ended
  }
  rmSync(folder, { recursive: true, force: true })
})

function start(env: NodeJS.ProcessEnv = {}): Start {
  const child = spawn(process.execPath, [join(folder, 'start.mjs')], {
    env: { ...process.env, PORT: '0', VORONKA_DATA: data, VORONKA_DEMO_PASSWORD: 'веник', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let heard = () => {}
  const listen = (chunk: Buffer) => {
    said += chunk
    heard()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const says = (words: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      heard = () => {
        const line = said
          .split('\n')
          .find(each => (typeof words === 'string' ? each.includes(words) : words.test(each)))
        if (line !== undefined) resolve(line)
      }
      heard()
      void ended.then(code => reject(new Error(`ended with ${code} before saying ${words}:\n${said}`)))
    })
  const identity = identify(child.pid ?? 0) ?? { pid: child.pid ?? 0, startTime: '' }
  const started = { ...identity, child, said: () => said, says, ended }
  starts.push(started)
  return started
}

const ready = async (it: Start) => (await it.says('ready')).split('(ready): ')[1] ?? ''
const parts = (): Record<string, ProcessIdentity> => readRunRecord(data)?.parts ?? {}
const ask = async (url: string, path = '/') => (await fetch(new URL(path, url))).json()

/** Asks again until the part is back; each attempt is a real request. */
async function askUntilAnswered(url: string): Promise<unknown> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return answer.json()
    await new Promise(resolve => setImmediate(resolve))
  }
}

it('a fresh data folder is founded once, and the next start goes on where the last one stopped', async () => {
  const first = start({ VORONKA_ADMIN_PASSWORD: 'secret' })
  const url = await ready(first)
  expect(first.said()).toContain('веник')
  expect(first.said()).toContain('Василий')
  expect(first.said()).toContain(data)
  expect(await ask(url, '/count')).toMatchObject({ visits: 1 })
  expect(await ask(url)).toMatchObject({ engine: expect.stringMatching(/^127\.0\.0\.1:/), admin: '' })

  const running = readFileSync(join(data, 'running.json'), 'utf8')
  expect(JSON.parse(running)).toMatchObject({ url, pid: first.pid, startedAt: expect.stringContaining('T') })
  const secret = JSON.parse(readFileSync(join(data, 'secret.json'), 'utf8'))
  expect(running).not.toContain(secret.postgresPassword)
  expect(statSync(join(data, 'secret.json')).mode & 0o777).toBe(0o600)

  const before = Object.values(parts())
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(before).toHaveLength(4)
  expect(before.filter(isAlive)).toEqual([])
  expect(existsSync(join(data, 'running.json'))).toBe(false)

  const second = start()
  expect(await ask(await ready(second))).toMatchObject({ visits: 1 })
  expect(second.said()).not.toContain('Василий')
})

it('of two starts on one data folder the second says so and leaves', async () => {
  const first = start()
  const url = await ready(first)
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`уже работает Воронка (процесс ${first.pid})`)
  expect(await ask(url)).toMatchObject({ visits: 0 })
})

it('after kill -9 of the parent the next start ends its orphans and goes on with the same data', async () => {
  const first = start()
  await ask(await ready(first), '/count')
  const orphans = parts()
  first.child.kill('SIGKILL')
  await first.ended
  expect(isAlive(orphans.PostgreSQL as ProcessIdentity)).toBe(true)
  expect(isAlive(orphans.Temporal as ProcessIdentity)).toBe(true)

  const second = start()
  expect(await ask(await ready(second))).toMatchObject({ visits: 1 })
  expect(second.said()).toContain('прошлый запуск оборвался')
  expect(Object.values(orphans).filter(isAlive)).toEqual([])
})

it('every part is started again when it is killed: base, engine, server, worker', async () => {
  const voronka = start()
  const url = await ready(voronka)
  await ask(url, '/count')
  for (const name of ['PostgreSQL', 'Temporal', 'server', 'worker']) {
    process.kill((parts()[name] as ProcessIdentity).pid, 'SIGKILL')
    await voronka.says(`${name} остановился`)
    await voronka.says(`${name} снова работает`)
    expect(await askUntilAnswered(url)).toMatchObject({ visits: 1 })
    expect(readRunRecord(data)?.parts[name]).toMatchObject({
      restarts: 1,
      lastExit: expect.stringContaining('SIGKILL'),
    })
  }
})

it('a part that cannot start ends the others, and the start with its last words', async () => {
  writeFileSync(join(folder, 'worker.mjs'), `console.error('нет очереди'); process.exit(3)`)
  const voronka = start()
  expect(await voronka.ended).toBe(1)
  expect(voronka.said()).toContain('worker: code 3\nнет очереди')
  expect(readRunRecord(data)).toBeNull()
})

it('a stop in the middle of a start leaves nothing behind', async () => {
  writeFileSync(
    join(folder, 'worker.mjs'),
    `process.on('SIGTERM', () => process.exit(0)); process.on('message', () => {})`,
  )
  const voronka = start()
  await voronka.says('Сервер')
  const begun = Object.values(parts())
  voronka.child.kill('SIGTERM')
  expect(await voronka.ended).toBe(0)
  expect(begun).toHaveLength(4)
  expect(begun.filter(isAlive)).toEqual([])
})

describe('what keeps a start from its work is a sentence, without passwords and places in the code', () => {
  async function refusedWith(sentence: RegExp, env: NodeJS.ProcessEnv) {
    const refused = start(env)
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toMatch(sentence)
    expect(refused.said()).not.toMatch(/hidden|\bat .*\.ts:/)
  }

  it('a taken port', async () => {
    await using other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await refusedWith(/Адрес занят.*PORT=\d+/, { PORT: String(port) })
  })

  // Both are foreign, so that neither a base nor an engine of ours is started to be ended at once.
  it('a foreign base that does not answer', () =>
    refusedWith(/^DATABASE_URL: .*ECONNREFUSED/m, {
      DATABASE_URL: 'postgresql://u:hidden@127.0.0.1:1/x',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    }))

  it('a foreign engine that does not answer, and the base that was started ends with it', async () => {
    await refusedWith(/^TEMPORAL_ADDRESS=127.0.0.1:1: .*ECONNREFUSED/m, { TEMPORAL_ADDRESS: '127.0.0.1:1' })
    expect(readRunRecord(data)).toBeNull()
  })

  it('an address for everybody without encryption', () =>
    refusedWith(/^HOST: .*ALLOW_PLAIN_HTTP/m, { HOST: '0.0.0.0' }))
})
