import { randomBytes } from 'node:crypto'
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'
import { pino } from 'pino'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import { companyMail } from '#server/compose/company-mail.ts'
import { type OpenServer, openServer } from '#server/compose/open-server.ts'
import { type OpenWorker, openWorker } from '#server/compose/open-worker.ts'
import { packedBrowser } from '#server/compose/packed-browser.ts'
import { foundCompany } from '#server/founding/found-company.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { systemClock, uuidV7 } from '#server/shared/ids.ts'
import { openOrm } from '#server/shared/orm.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aDatabase, anEngine, workflowBundle } from '../harness/servers.ts'
import { type Person, signIn } from './person.ts'
import { someGoods } from './some-goods.ts'

export interface WorldOptions {
  /** Papers by the real browser; otherwise by the fake that passed the same exam. */
  browser?: boolean
  /** Letters leave over SMTP to this address; otherwise they are kept in «Письма». */
  smtpUrl?: string
  /** Without a worker processes stand still; with `startWorker` one comes. */
  worker?: boolean
}
export type World = Awaited<ReturnType<typeof aWorld>>

const password = 'venik'

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
})

/** A whole company on real parts: base and engine namespace of its own, server, worker, people of «Веник-Опт» and goods. */
export async function aWorld({ browser = false, smtpUrl, worker = true }: WorldOptions = {}) {
  const [database, engine] = await Promise.all([aDatabase(), anEngine()])
  const keys = { current: 'test', keys: { test: randomBytes(32) } }
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const papersOf = () => (browser ? chromiumPapers(packedBrowser({ browser: null })) : fakePapers())
  await found(database.appUrl)
  const parts = { databaseUrl: database.appUrl, temporal: engine, keys, clock: systemClock, log }
  const startWorker = (): Promise<OpenWorker> =>
    openWorker({
      ...parts,
      queues: ['core', 'render'],
      mail: smtpUrl ? companyMail(smtpUrl, database.appUrl) : null,
      papers: papersOf(),
      workflowBundle: workflowBundle(),
    })
  const [server, first] = await Promise.all([
    openServer({
      ...parts,
      host: '127.0.0.1',
      port: 0,
      papers: papersOf(),
      settings: {
        baseUrl: '',
        secureCookies: false,
        mailIsSet: smtpUrl !== undefined,
        metricsAllow: [],
        trustProxy: false,
      },
      checkAnswers: true,
    }),
    worker ? startWorker() : null,
  ])
  let working = first
  const people = new Map<string, Promise<Person>>()
  return {
    server: server as OpenServer,
    url: server.url,
    /** Everybody's. */
    password,
    database,
    engine,
    /** The person of this login, signed in once. */
    as(login: string): Promise<Person> {
      const known = people.get(login) ?? signIn(server.url, login, password)
      people.set(login, known)
      return known
    },
    async startWorker() {
      working = await startWorker()
    },
    async stopWorker() {
      await working?.stop()
      working = null
    },
    /** SQL as an auditor, past row security. */
    sql<T = Record<string, unknown>>(query: string, params: unknown[] = []): Promise<T[]> {
      return forkSystem(server.world.orm).execute<T[]>(query, params)
    },
    /** Waits until `look` answers something, looking again whenever the base says that something changed. */
    until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
      return new Promise((resolve, reject) => {
        let looking = false
        let again = false
        const stop = server.world.changes.subscribe(() => void check())
        async function check() {
          if (looking) {
            again = true
            return
          }
          looking = true
          try {
            const seen = await look()
            if (seen) {
              stop()
              return resolve(seen)
            }
          } catch (error) {
            stop()
            return reject(error)
          } finally {
            looking = false
          }
          if (again) {
            again = false
            void check()
          }
        }
        void check()
      })
    },
    async [Symbol.asyncDispose]() {
      await working?.stop()
      await server.stop()
      await database[Symbol.asyncDispose]()
    },
  }
}

async function found(url: string): Promise<void> {
  const orm = await openOrm({ url, poolSize: 2 })
  const ids = uuidV7()
  await forkSystem(orm).transactional(async em => {
    await foundCompany(em, {
      name: 'ООО «Веник-Опт»',
      data: venikOpt,
      people: venikPeople,
      passwordOf: () => password,
      now: new Date(),
      ids,
    })
    await someGoods(em, ids)
  })
  await orm.close()
}
