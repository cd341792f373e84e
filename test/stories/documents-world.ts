import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import type { ActivityWorld } from '#activities/shared/world.ts'
import { User } from '#domain/access/user.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import type { Mail } from '#integrations/mail/mail.port.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'
import { contractCommandOperations } from '#server/documents/contract-commands.routes.ts'
import { contractOperations } from '#server/documents/contracts.routes.ts'
import { invoiceCommandOperations } from '#server/documents/invoice-commands.routes.ts'
import { invoiceOperations } from '#server/documents/invoices.routes.ts'
import { offerCommandOperations } from '#server/documents/offer-commands.routes.ts'
import { offerOperations } from '#server/documents/offers.routes.ts'
import { openGateway } from '#server/engine/gateway.ts'
import { foundCompany } from '#server/founding/found-company.ts'
import { venikOpt, venikPeople } from '#server/founding/venik-opt.ts'
import { setDealLines, type WantedLine } from '#server/sales/set-deal-lines.ts'
import { loadActor } from '#server/shared/actor.ts'
import { type Clock, systemClock, uuidV7 } from '#server/shared/ids.ts'
import { openOrm } from '#server/shared/orm.ts'
import { problemAnswers } from '#server/shared/problem.ts'
import { serve } from '#server/shared/serve.ts'
import { forkSystem } from '#server/shared/sight.ts'
import type { ServerWorld } from '#server/shared/world.ts'
import { aDatabase } from '#test/harness/servers.ts'

const ids = uuidV7()

export interface Answer {
  status: number
  body: Record<string, unknown>
}
export interface Asking {
  body?: unknown
  key?: string
  version?: number
}

/** 20 brooms at 5 800 ₽ and a service of one and a half hours: 1 198 500,00 kopecks of lines before discounts. */
export const brooms = (discountPercent = '0'): WantedLine[] => [
  { name: 'Веник электрический', unit: 'шт', quantity: '20', priceKopecks: 580_000, discountPercent },
  { name: 'Наладка', unit: 'ч', quantity: '1.5', priceKopecks: 39_900 },
]

/** The papers of deals behind their real doors: base, people, routes with their contracts. */
export async function aDocumentsWorld({
  clock = systemClock,
  papers = fakePapers(),
  mail = null,
}: {
  clock?: Clock
  papers?: Papers
  mail?: Mail | null
} = {}) {
  const database = await aDatabase()
  const orm = await openOrm({ url: database.appUrl, poolSize: 12 })
  const log = pino({ level: 'silent' })
  const world: ServerWorld = {
    orm,
    log,
    ids,
    clock,
    gateway: openGateway({ address: '127.0.0.1:1', namespace: 'unused', dataConverter: {} }),
    demoLogins: async () => null,
    changes: { subscribe: () => () => undefined, close: async () => undefined },
    papers,
    settings: {
      baseUrl: 'http://127.0.0.1',
      secureCookies: false,
      mailIsSet: mail !== null,
      metricsAllow: [],
      trustProxy: false,
    },
    checkAnswers: true,
  }
  const deeds: ActivityWorld = { fork: () => forkSystem(orm), clock, ids, mail, papers }
  const people = await forkSystem(orm).transactional(em =>
    foundCompany(em, {
      name: 'ООО «Веник-Опт»',
      data: venikOpt,
      people: venikPeople,
      passwordOf: () => 'not used here',
      now: clock.now(),
      ids,
    }),
  )
  const app = express()
  app.use(express.json())
  app.use(async (req, res, next) => {
    const user = await forkSystem(orm).findOne(User, { login: String(req.headers['x-login']) })
    res.locals.actor = user && (await loadActor(forkSystem(orm), user.id, clock.now()))
    next()
  })
  app.use(
    serve(
      [
        ...[...offerOperations, ...offerCommandOperations],
        ...[...invoiceOperations, ...invoiceCommandOperations],
        ...[...contractOperations, ...contractCommandOperations],
      ],
      world,
    ),
  )
  app.use(problemAnswers(log))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const ask = async (login: string, verb: string, { body, key, version }: Asking = {}): Promise<Answer> => {
    const [method = 'GET', path = ''] = verb.split(' ')
    const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method,
      headers: {
        'x-login': login,
        'content-type': 'application/json',
        ...(key ? { 'idempotency-key': key } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  return {
    people,
    deeds,
    ask,
    /** Plain SQL with the machine's sight. */
    sql: <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
      forkSystem(orm).execute<Row[]>(text, values),
    em: () => forkSystem(orm),
    /** An open deal of this person with a client of his own. */
    async aDeal({ of = 'manager', lines = brooms(), email = 'client@example.com' } = {}): Promise<string> {
      const ownerId = people.get(of)?.id ?? ''
      const now = clock.now()
      return forkSystem(orm).transactional(async em => {
        const company = em.create(Company, {
          ...{ id: ids(), createdAt: now, name: `ООО «Ромашка»`, status: 'active', ownerId },
          ...{ inn: '7707083893', addresses: ['г. Москва, ул. Полевая, д. 1'], phones: [] },
          ...{ emails: email ? [email] : [], needs: [], contactKeys: [] },
        })
        const { currentVersionId } = await em.findOneOrFail(Funnel, { isDefault: true })
        const deal = em.create(Deal, {
          ...{ id: ids(), createdAt: now, title: 'Веники', companyId: company.id, ownerId, status: 'open' },
          ...{ funnelVersionId: currentVersionId ?? '', stage: 'new', stageSince: now },
          ...{ missing: [], waitsFor: [] },
        })
        await em.flush()
        await setDealLines(em, deal, lines, { ids, now: clock.now() })
        return deal.id
      })
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await orm.close()
      await database[Symbol.asyncDispose]()
    },
  }
}
export type DocumentsWorld = Awaited<ReturnType<typeof aDocumentsWorld>>
