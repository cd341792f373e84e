import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkInn, checkKpp, checkOgrn } from '#domain/clients/requisites.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import { applicationAddress } from '#server/compose/migrate.ts'
import { type OpenServer, openServer } from '#server/compose/open-server.ts'
import { keyRing } from '#server/engine/data-converter.ts'
import { demoClients } from '#server/founding/data/demo-clients.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { openSecret } from '#server/runtime/secret.ts'
import { systemClock } from '#server/shared/ids.ts'
import { forkSystem } from '#server/shared/sight.ts'
import {
  aDatabase,
  anEngine,
  type TestDatabase,
  type TestEngine,
  workflowBundle,
} from '../harness/servers.ts'
import { type Person, signIn } from '../world/person.ts'

const root = join(import.meta.dirname, '../..')
const password = 'venik-demo'
let folder: string
let database: TestDatabase
let engine: TestEngine
let server: OpenServer

/** The script as the parent runs it, but alone: it opens a worker of its own. */
async function found() {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['server/compose/found.ts'], {
    cwd: root,
    env: {
      ...process.env,
      VORONKA_DATA: folder,
      DATABASE_URL: database.adminUrl,
      TEMPORAL_ADDRESS: engine.address,
      TEMPORAL_NAMESPACE: engine.namespace,
      VORONKA_WORKFLOW_BUNDLE: workflowBundle().codePath,
      VORONKA_DEMO_PASSWORD: password,
    },
  })
  return { answer: JSON.parse(stdout), progress: stderr.trim().split('\n') }
}
const sql = <T>(query: string) => forkSystem(server.world.orm).execute<T[]>(query)
const as = (login: string): Promise<Person> => signIn(server.url, login, password)

/** What there is, as numbers. */
async function counts(): Promise<Record<string, number>> {
  const tables = [
    ...['app_user', 'company', 'contact', 'inquiry', 'deal', 'deal_line', 'task', 'interaction', 'letter'],
    ...['offer', 'invoice', 'contract', 'approval', 'department_request', 'shipment', 'payment'],
    ...['payment_match', 'reservation', 'product', 'offering', 'price', 'stock', 'supply', 'inbox_message'],
    ...['stored_file', 'command_record', 'outbox_message', 'number_series', 'session'],
  ]
  const rows = await sql<{ name: string; n: number }>(
    tables.map(name => `select '${name}' as name, count(*)::int as n from ${name}`).join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

let first: Awaited<ReturnType<typeof found>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-founding-'))
  ;[database, engine] = await Promise.all([aDatabase(), anEngine()])
  first = await found()
  const secret = openSecret(join(folder, 'secret.json'))
  server = await openServer({
    databaseUrl: applicationAddress(database.adminUrl, secret.appRolePassword),
    temporal: engine,
    keys: keyRing(secret.payloadKeys),
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    papers: fakePapers(),
    settings: { baseUrl: '', secureCookies: false, mailIsSet: false, metricsAllow: [], trustProxy: false },
    checkAnswers: true,
  })
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('the demo company', () => {
  it('DR-10 has requisites with right check digits, its clients too', () => {
    const all = [venikOpt, ...demoClients.map(({ company }) => company)]
    for (const { inn, kpp, ogrn } of all) {
      if (inn) expect(checkInn(inn), inn).toMatchObject({ ok: true })
      if (kpp) expect(checkKpp(kpp), kpp).toMatchObject({ ok: true })
      if (ogrn) expect(checkOgrn(ogrn), ogrn).toMatchObject({ ok: true })
    }
    expect(new Set(all.map(({ inn }) => inn)).size).toBe(all.length)
  })

  it('tells its logins on stdout and what it is at on stderr', () => {
    expect(first.answer).toEqual({
      password,
      logins: venikPeople.map(({ login, name }) => ({ login, name })),
    })
    expect(first.progress.filter(line => line.startsWith('Сделка: '))).toHaveLength(18)
  })

  it('S-020 S-021 sells brooms: green with turbo comes in twelve days, brown is there', async () => {
    expect(await counts()).toMatchObject({ product: 44, offering: 49, supply: 1 })
    const manager = await as('manager')
    const [green] = await manager.list<{ id: string; free: string; supplies: unknown[] }>('offerings', {
      sku: 'VEN-T-GR',
    })
    const [brown] = await manager.list<{ free: string; prices: { valueKopecks: number }[] }>('offerings', {
      sku: 'VEN-T-BR',
    })
    expect(green).toMatchObject({ free: '0', supplies: [{ quantity: '120' }] })
    expect(Number(brown?.free)).toBeGreaterThan(0)
    expect(brown?.prices.map(({ valueKopecks }) => valueKopecks).sort()).toEqual([455_000, 489_000])
  })

  it('has deals at each turn, led by their processes', async () => {
    const deals = await sql<{ stage: string; status: string }>('select stage, status from deal')
    expect(deals).toHaveLength(18)
    const stages = new Set(deals.map(({ stage }) => stage))
    for (const stage of [
      ...['new_inquiry', 'qualification', 'making_offer', 'agreeing_terms', 'papers_and_contract'],
      ...['awaiting_payment', 'being_shipped', 'sold', 'no_sale', 'diagnosis'],
    ])
      expect(stages, stage).toContain(stage)
    const requests = await sql<{ status: string }>('select status from department_request order by status')
    expect(requests.map(({ status }) => status)).toEqual(['done', 'in_progress', 'new', 'short'])
  })

  it('gives each role something to do on «Сегодня»', async () => {
    for (const { login } of venikPeople) {
      const today = await (await as(login)).get<{ sections: { total: number }[] }>('/today')
      const total = today.sections.reduce((sum, section) => sum + section.total, 0)
      expect(total, login).toBeGreaterThan(0)
    }
  })

  it('B1 founded again changes nothing', async () => {
    const before = await counts()
    expect((await found()).answer).toEqual(first.answer)
    expect(await counts()).toEqual(before)
  }, 120_000)
})
