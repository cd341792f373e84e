import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import pg from 'pg'
import { pino } from 'pino'
import { createCatalogLoader } from '#activities/catalog/load-catalog.ts'
import { User } from '#domain/access/user.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import { saxesCatalogReader } from '#integrations/commerceml/saxes/saxes-catalog-reader.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import { catalogOperations } from '#server/catalog/catalog.routes.ts'
import { openGateway } from '#server/engine/gateway.ts'
import { foundCompany } from '#server/founding/found-company.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { loadActor } from '#server/shared/actor.ts'
import { systemClock, uuidV7 } from '#server/shared/ids.ts'
import { openOrm } from '#server/shared/orm.ts'
import { problemAnswers } from '#server/shared/problem.ts'
import { serve } from '#server/shared/serve.ts'
import { forkSystem } from '#server/shared/sight.ts'
import type { ServerWorld } from '#server/shared/world.ts'
import { aDatabase } from '#test/harness/servers.ts'

const ids = uuidV7()
const samples = join(import.meta.dirname, '../fixtures/1c')

export interface Answer {
  status: number
  // biome cannot know the shape of every answer; tests look at what they name.
  body: Record<string, unknown>
}

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** The catalogue behind its real doors: base, people, routes with their contracts; who asks is named in a header. */
export const aCatalogueWorld = async () => {
  const database = await aDatabase()
  const orm = await openOrm({ url: database.appUrl, poolSize: 8 })
  const log = pino({ level: 'silent' })
  const world: ServerWorld = {
    orm,
    log,
    ids,
    clock: systemClock,
    gateway: openGateway({ address: '127.0.0.1:1', namespace: 'unused', dataConverter: {} }),
    changes: { subscribe: () => () => undefined, close: async () => undefined },
    papers: fakePapers(),
    demoLogins: async () => null,
    settings: {
      baseUrl: 'http://127.0.0.1',
      secureCookies: false,
      mailIsSet: false,
      metricsAllow: [],
      trustProxy: false,
    },
    checkAnswers: true,
  }
  const people = await forkSystem(orm).transactional(em =>
    foundCompany(em, {
      name: 'ООО «Веник-Опт»',
      data: venikOpt,
      people: venikPeople,
      passwordOf: () => 'not used here',
      now: systemClock.now(),
      ids,
    }),
  )
  const app = express()
  app.use(express.json())
  app.use(async (req, res, next) => {
    const user = await forkSystem(orm).findOne(User, { login: String(req.headers['x-login']) })
    res.locals.actor = user && (await loadActor(forkSystem(orm), user.id, systemClock.now()))
    next()
  })
  app.use(serve(catalogOperations, world))
  app.use(problemAnswers(log))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const ask = async (
    login: string,
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method,
      headers: { 'x-login': login, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  return {
    people,
    ask,
    get: (login: string, path: string) => ask(login, 'GET', path),
    post: (login: string, path: string, body: unknown, key?: string) =>
      ask(login, 'POST', path, { body, ...(key ? { headers: { 'idempotency-key': key } } : {}) }),
    /** Plain SQL with the machine's sight. */
    sql: (text: string, values: unknown[] = []) =>
      forkSystem(orm).execute<Record<string, unknown>[]>(text, values),
    em: () => forkSystem(orm),
    load: (path = samples) =>
      createCatalogLoader({ connect: () => connected(database.appUrl), reader: saxesCatalogReader(), ids })({
        path,
        source: '1c',
      }),
    /** An open deal of this person with a client of his own. */
    async aDeal(login: string): Promise<string> {
      const em = forkSystem(orm)
      const ownerId = people.get(login)?.id ?? ''
      const now = systemClock.now()
      const company = em.create(Company, {
        ...{ id: ids(), createdAt: now, name: `Клиент ${ids()}`, status: 'active', ownerId },
        ...{ addresses: [], phones: [], emails: [], needs: [], contactKeys: [] },
      })
      const { currentVersionId } = await em.findOneOrFail(Funnel, { isDefault: true })
      const deal = em.create(Deal, {
        ...{ id: ids(), createdAt: now, title: 'Веники', companyId: company.id, ownerId, status: 'open' },
        ...{
          funnelVersionId: currentVersionId ?? '',
          stage: 'new',
          stageSince: now,
          missing: [],
          waitsFor: [],
        },
      })
      await em.flush()
      return deal.id
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await orm.close()
      await database[Symbol.asyncDispose]()
    },
  }
}
