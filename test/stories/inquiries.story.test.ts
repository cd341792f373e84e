import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { roleSeats } from '#domain/access/seats.ts'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { aWorld, type World } from '../world/a-world.ts'

let world: World
let inquiryId: string
/** Of the manager and of his colleague. */
let clients: [CompanyAnswer, CompanyAnswer]
let count = 0
beforeAll(async () => {
  world = await aWorld({ worker: false })
})
afterAll(() => world[Symbol.asyncDispose]())

/** Phone of the one, mail of the other: nobody can tell whose it is but a person. */
beforeEach(async () => {
  const [one, two] = [await world.as('manager'), await world.as('manager2')]
  const [phone, email] = [`+7 916 555 00 0${++count}`, `buy${count}@second.example`]
  clients = [
    await one.post<CompanyAnswer>('/companies', { name: 'ООО «Первая»', phones: [phone] }),
    await two.post<CompanyAnswer>('/companies', { name: 'ООО «Вторая»', emails: [email] }),
  ]
  const answer = await fetch(`${world.url}/intake/forms/site`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Пётр',
      phone: phone.replace('+7', '8'),
      email: email.toUpperCase(),
      text: 'Нужны веники, 50 шт.',
      products: [{ sku: 'VEN-SORGO', quantity: '50' }],
    }),
  })
  inquiryId = ((await answer.json()) as { inquiryId: string }).inquiryId
})

const path = (verb = '') => `/inquiries/${inquiryId}${verb}`

/** Lets go only when all that is asked waits for what is held: nobody is first by chance of timing. */
async function whileHeld<T>(held: string, ask: () => Promise<T>[]): Promise<Promise<T>[]> {
  const [holder, watcher] = [0, 1].map(() => new pg.Client({ connectionString: world.database.adminUrl }))
  await Promise.all([holder?.connect(), watcher?.connect()])
  await holder?.query('begin')
  await holder?.query(held)
  const asked = ask()
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while ((await watcher?.query(waiting))?.rows[0].count < asked.length);
  await holder?.query('commit')
  await Promise.all([holder?.end(), watcher?.end()])
  return asked
}

describe('two requests at once of a client nobody knows', () => {
  it('B1 S-034 make one client and one deal, however they race', async () => {
    const send = (text: string) =>
      fetch(`${world.url}/intake/forms/site`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'Нина',
          phone: `8 999 000 11 0${count}`,
          email: `n${count}@new.example`,
          text,
        }),
      })
    const managers = 'select 1 from app_user for update'
    const answers = await Promise.all(await whileHeld(managers, () => ['Совки', 'Мётлы'].map(send)))
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    const made = await world.sql(
      `select c.id, (select count(*)::int from deal d where d.company_id = c.id) as deals,
         (select count(*)::int from inquiry i where i.company_id = c.id) as inquiries
       from company c where ? = any (c.contact_keys)`,
      [`n${count}@new.example`],
    )
    expect(made).toMatchObject([{ deals: 1, inquiries: 2 }])
  })

  it('S-010 begun by two managers at once is begun by one of them', async () => {
    const body = { name: 'ООО «Новая»', emails: [`both${count}@new.example`] }
    const both = await Promise.all([world.as('manager'), world.as('manager2')])
    const asked = await whileHeld('lock table company in share mode', () =>
      both.map(person => person.ask('POST', '/companies', { body })),
    )
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })
})

describe('a request that fits two clients', () => {
  it('S-033 waits in the queue of the heads, with its words, and managers do not see it', async () => {
    const [head, manager] = [await world.as('head'), await world.as('manager')]
    expect(await head.get<InquiryAnswer>(path())).toMatchObject({
      status: 'new',
      ownerId: null,
      companyId: null,
      contactName: 'Пётр',
      phone: `8 916 555 00 0${count}`,
      can: { take: true, assign: true, 'start-deal': false },
    })
    expect((await head.list<InquiryAnswer>('inquiries', { unassigned: true })).map(({ id }) => id)).toContain(
      inquiryId,
    )
    expect((await manager.ask('GET', path())).status).toBe(404)
    expect((await manager.ask('POST', path('/take'))).status).toBe(404)
  })

  it('S-034 is given by the head to a manager, who takes it and says whose it is: his deal begins with its goods', async () => {
    const [head, manager, other] = [
      await world.as('head'),
      await world.as('manager'),
      await world.as('manager2'),
    ]
    await head.post(path('/assign'), { ownerId: manager.id })
    expect(await manager.post<InquiryAnswer>(path('/take'))).toMatchObject({
      status: 'taken',
      ownerId: manager.id,
    })
    expect((await other.ask('GET', path())).status).toBe(404)
    const [company, foreign] = clients
    expect((await manager.ask('POST', path('/start-deal'), { body: {} })).body).toMatchObject({
      code: 'InquiryNeedsClient',
    })
    const notSeen = await manager.ask('POST', path('/start-deal'), { body: { companyId: foreign.id } })
    expect(notSeen.status).toBe(404)
    const begun = await manager.post<InquiryAnswer>(path('/start-deal'), { companyId: company.id })
    expect(begun).toMatchObject({ status: 'in_deal', companyId: company.id, can: { 'start-deal': false } })
    const deal = await manager.get<{ lines: object[]; title: string }>(`/deals/${begun.dealId}`)
    expect(deal).toMatchObject({
      title: 'Нужны веники, 50 шт.',
      lines: [{ sku: 'VEN-SORGO', quantity: '50' }],
    })
    const again = await manager.ask('POST', path('/start-deal'), { body: { companyId: company.id } })
    expect(again).toMatchObject({ status: 409, body: { code: 'InquiryInDeal' } })
  })

  it('S-035 the next one of the same client is told to its open deal', async () => {
    const [head, manager] = [await world.as('head'), await world.as('manager')]
    await head.post(path('/assign'), { ownerId: manager.id })
    const [company] = clients
    const deal = await manager.post<{ id: string }>('/deals', { title: 'Веники', companyId: company.id })
    const { dealId } = await manager.post<InquiryAnswer>(path('/start-deal'), { companyId: company.id })
    expect(dealId).toBe(deal.id)
    const signals = await world.sql(
      `select 1 from outbox_message where workflow_id = ? and payload ->> 'event' = 'inquiry_repeated'`,
      [`deal/${dealId}`],
    )
    expect(signals).toHaveLength(1)
    expect(await world.sql('select 1 from deal where company_id = ?', [company.id])).toHaveLength(1)
  })

  it('S-010 a manager may not make a new client of a phone that is somebody’s; the head may', async () => {
    const [head, manager] = [await world.as('head'), await world.as('manager2')]
    await head.post(path('/assign'), { ownerId: manager.id })
    const body = { company: { name: 'ООО «Третья»' } }
    const refused = await manager.ask('POST', path('/start-deal'), { body })
    expect(refused).toMatchObject({ status: 409, body: { code: 'ClientExists' } })
    expect(await manager.get(path())).toMatchObject({ status: 'assigned', dealId: null })
    const begun = await head.post<InquiryAnswer>(path('/start-deal'), body)
    expect(begun).toMatchObject({ status: 'in_deal', companyName: 'ООО «Третья»', ownerId: manager.id })
  })

  it('B4 of two who reach for it at once one has it, the other is told who', async () => {
    await world.sql('update inquiry set seat_id = ? where id = ?', [roleSeats.manager, inquiryId])
    await world.sql(
      `insert into process_event (id, subject, at, kind, title, actor_type, data, seat_id)
       values (gen_random_uuid(), ?, now(), 'inquiry_received', 'Обращение принято', 'client', '{}', ?)`,
      [`inquiry/${inquiryId}`, roleSeats.manager],
    )
    const takers = [await world.as('manager'), await world.as('manager2')]
    const asked = await whileHeld(`select 1 from inquiry where id = '${inquiryId}' for update`, () =>
      takers.map(taker => taker.ask('POST', path('/take'))),
    )
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [row] = await world.sql<{ owner: string }>(
      'select u.name as owner from inquiry i join app_user u on u.id = i.owner_id where i.id = ?',
      [inquiryId],
    )
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'InquiryTaken',
      params: { byName: row?.owner },
    })
  })

  it('D3 a head gives it only to those who lead clients', async () => {
    const [head, lawyer] = [await world.as('head'), await world.as('lawyer')]
    const before = await head.get(path())
    const refused = await head.ask('POST', path('/assign'), { body: { ownerId: lawyer.id } })
    expect(refused.body).toMatchObject({ code: 'NotAnOwner' })
    expect(await head.get(path())).toEqual(before)
  })
})
