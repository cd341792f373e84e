import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompanyAnswer, ContactAnswer } from '#server/clients/clients.contract.ts'
import type { CompanyCardAnswer } from '#server/clients/company-card.contract.ts'
import { aWorld, type World } from '../world/a-world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld({ worker: false })
})
afterAll(() => world[Symbol.asyncDispose]())

const bank = { name: 'Сбербанк', inn: '7707083893', kpp: '770701001' }
const newCompany = async (login: string, body: object): Promise<CompanyAnswer> =>
  (await world.as(login)).post<CompanyAnswer>('/companies', body)
const told = async (dealId: string) =>
  (
    await world.sql<{ event: string }>(
      `select payload ->> 'event' as event from outbox_message where workflow_id = ? and kind = 'signal' order by id`,
      [`deal/${dealId}`],
    )
  ).map(({ event }) => event)

describe('a client', () => {
  it('S-002 begins with its requisites, its needs and its first person, and belongs to who began it', async () => {
    const company = await newCompany('manager', {
      ...bank,
      phones: ['8 800 555-55-50'],
      needs: [{ text: 'Доставка до 11:00', source: 'звонок', on: '2026-03-12' }],
      contact: { name: 'Королёва Анна', position: 'закупки', phones: ['+7 (916) 700-11-22'] },
    })
    expect(company).toMatchObject({
      ...bank,
      status: 'potential',
      openDeals: 0,
      ownerName: 'Василий Кузнецов',
    })
    expect(company.contacts).toMatchObject([{ name: 'Королёва Анна', position: 'закупки' }])
    expect(company.can).toMatchObject({ edit: true, reassign: false })
  })

  it('DR-10 a wrong ИНН is refused with its field and the reason, and nothing is kept', async () => {
    const manager = await world.as('manager')
    const refused = await manager.ask('POST', '/companies', { body: { name: 'Опечатка', inn: '7707083894' } })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      code: 'InvalidRequisite',
      params: { field: 'inn' },
      detail: 'Поле «ИНН»: контрольная цифра не сходится.',
    })
    expect(await world.sql(`select id from company where name = 'Опечатка'`)).toEqual([])
  })

  it.each([
    ['the same ИНН', { name: 'Сбер ещё раз', inn: '7707 083 893' }],
    ['the phone of its person, written otherwise', { name: 'Кто-то', phones: ['8 916 700 11 22'] }],
    ['the phone of a first person', { name: 'Кто-то', contact: { name: 'Анна', phones: ['89167001122'] } }],
  ])('S-010 is not begun twice: %s answers whose it is, and nothing more', async (_, body) => {
    const other = await world.as('manager2')
    const refused = await other.ask('POST', '/companies', { body })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'ClientExists', detail: 'Уже клиент: Василий Кузнецов.' })
    expect(refused.body.params).toEqual({ ownerName: 'Василий Кузнецов' })
    expect(JSON.stringify(refused.body)).not.toContain('Сбербанк')
    expect(await other.list('companies')).toEqual([])
  })

  it('S-010 the same ИНН with another КПП is a branch of its own', async () => {
    const branch = await newCompany('manager', { ...bank, name: 'Сбербанк, Казань', kpp: '165501001' })
    expect(branch.kpp).toBe('165501001')
  })

  it('changes only on the version that was seen; the second to save learns both versions', async () => {
    const manager = await world.as('manager')
    const company = await newCompany('manager', { name: 'ООО «Версия»' })
    const changed = await manager.patch<CompanyAnswer>(
      `/companies/${company.id}`,
      { class: 'vip', phones: ['+7 495 111-22-33'] },
      company.version,
    )
    expect(changed).toMatchObject({ class: 'vip', version: company.version + 1 })
    const stale = await manager.ask('PATCH', `/companies/${company.id}`, {
      body: { class: 'c' },
      version: company.version,
    })
    expect(stale.status).toBe(412)
    expect(stale.body.params).toEqual({ expected: company.version, actual: company.version + 1 })
    expect((await manager.ask('PATCH', `/companies/${company.id}`, { body: { class: 'c' } })).status).toBe(
      428,
    )
    expect((await manager.get<CompanyAnswer>(`/companies/${company.id}`)).class).toBe('vip')
  })

  it('D2 its deal takes no contact of another client, seen or not: neither at its start nor later', async () => {
    const manager = await world.as('manager')
    const own = await newCompany('manager', { name: 'ООО «Своя»' })
    const others = [
      await newCompany('manager2', {
        name: 'ООО «Чужая»',
        contact: { name: 'Чужой', emails: ['x@foreign.example'] },
      }),
      await newCompany('manager', { name: 'ООО «Вторая»', contact: { name: 'Не тот' } }),
    ]
    const [stranger, another] = others.map(({ contacts }) => contacts[0]?.id ?? '')
    const deal = await manager.post<{ id: string; version: number }>('/deals', {
      title: 'Х',
      companyId: own.id,
    })
    for (const [contactId, status] of [
      [stranger, 404],
      [own.id, 404],
      [another, 422],
    ] as const) {
      const begun = await manager.ask('POST', '/deals', {
        body: { title: 'Х', companyId: own.id, contactId },
      })
      const changed = await manager.ask('PATCH', `/deals/${deal.id}`, {
        body: { contactId },
        version: deal.version,
      })
      expect([begun.status, changed.status]).toEqual([status, status])
    }
  })

  it('its open deals hear that more is known of it', async () => {
    const manager = await world.as('manager')
    const company = await newCompany('manager', { name: 'ООО «Без ИНН»' })
    const deal = await manager.post<{ id: string }>('/deals', { title: 'Веники', companyId: company.id })
    await manager.patch(`/companies/${company.id}`, { inn: '7736050003' }, company.version)
    expect(await told(deal.id)).toEqual(['company_filled'])
    const [signal] = await world.sql<{ inn: boolean }>(
      `select (payload -> 'facts' ->> 'companyInnKnown')::boolean as inn from outbox_message where workflow_id = ? and kind = 'signal'`,
      [`deal/${deal.id}`],
    )
    expect(signal?.inn).toBe(true)
  })
})

describe('the people of a client', () => {
  it('S-002 are added and changed by who leads it, and by nobody who does not see it', async () => {
    const manager = await world.as('manager')
    const other = await world.as('manager2')
    const company = await newCompany('manager', { name: 'ООО «Люди»' })
    const contact = await manager.post<ContactAnswer>('/contacts', {
      companyId: company.id,
      name: 'Смирнов',
      phones: ['8 903 222-33-44'],
    })
    const changed = await manager.patch<ContactAnswer>(
      `/contacts/${contact.id}`,
      { position: 'директор' },
      contact.version,
    )
    expect(changed.position).toBe('директор')
    expect((await other.ask('GET', `/contacts/${contact.id}`)).status).toBe(404)
    const foreign = await other.ask('POST', '/contacts', { body: { companyId: company.id, name: 'Чужой' } })
    expect(foreign.status).toBe(404)
    expect(await manager.list('contacts', { companyId: company.id })).toHaveLength(1)
  })
})

describe('a client given to another manager', () => {
  it('S-005 goes with its open deals, tasks and requests; the deals hear it; the manager before sees it no more', async () => {
    const [before, after, head] = [
      await world.as('manager'),
      await world.as('manager2'),
      await world.as('head'),
    ]
    const company = await newCompany('manager', { name: 'ООО «Передача»' })
    const deal = await before.post<{ id: string }>('/deals', { title: 'Совки', companyId: company.id })
    const task = await before.post<{ id: string }>('/tasks', {
      title: 'Позвонить',
      companyId: company.id,
      dealId: deal.id,
      dueAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    const given = await head.post<CompanyAnswer>(`/companies/${company.id}/reassign`, { ownerId: after.id })
    expect(given).toMatchObject({ ownerId: after.id, ownerName: 'Мария Орлова' })
    expect(await after.get(`/deals/${deal.id}`)).toMatchObject({ ownerId: after.id })
    expect(await after.get(`/tasks/${task.id}`)).toMatchObject({ assigneeId: after.id })
    expect(await told(deal.id)).toEqual(['owner_changed'])
    for (const path of [`/companies/${company.id}`, `/deals/${deal.id}`, `/tasks/${task.id}`])
      expect((await before.ask('GET', path)).status).toBe(404)
  })

  it('D3 a manager may not give it away, nor the head to somebody who leads no clients: nothing changes', async () => {
    const [manager, head, lawyer] = [
      await world.as('manager'),
      await world.as('head'),
      await world.as('lawyer'),
    ]
    const company = await newCompany('manager', { name: 'ООО «На месте»' })
    const path = `/companies/${company.id}/reassign`
    const other = await world.as('manager2')
    expect((await manager.ask('POST', path, { body: { ownerId: other.id } })).status).toBe(403)
    const refused = await head.ask('POST', path, { body: { ownerId: lawyer.id } })
    expect(refused).toMatchObject({ status: 422, body: { code: 'NotAnOwner' } })
    expect(await manager.get(`/companies/${company.id}`)).toMatchObject({ ownerId: manager.id, version: 1 })
  })
})

describe('the card of a client', () => {
  it('S-001 S-011 tells a stand-in everything in one request', async () => {
    const manager = await world.as('manager')
    const company = await newCompany('manager', { name: 'ООО «Карточка»', contact: { name: 'Анна Иванова' } })
    const deal = await manager.post<{ id: string }>('/deals', { title: 'Веники', companyId: company.id })
    await manager.post('/interactions', {
      companyId: company.id,
      kind: 'call',
      direction: 'out',
      text: 'Обещали образцы',
      nextStep: { text: 'Отправить образцы', dueAt: new Date(Date.now() + 7_200_000).toISOString() },
    })
    const card = await manager.get<CompanyCardAnswer>(`/companies/${company.id}/card`)
    expect(card.company).toMatchObject({ openDeals: 1, contacts: [{ name: 'Анна Иванова' }] })
    expect(card.deals).toMatchObject([{ id: deal.id, nextStep: { text: 'Отправить образцы' } }])
    expect(card.interactions).toMatchObject([{ text: 'Обещали образцы', dealId: deal.id }])
    expect((await (await world.as('manager2')).ask('GET', `/companies/${company.id}/card`)).status).toBe(404)
  })
})

describe('the list of clients', () => {
  it('S-003 is filtered by status, class, ИНН and owner; an unknown filter or sort is refused', async () => {
    const manager = await world.as('manager')
    expect(await manager.list<CompanyAnswer>('companies', { class: 'vip' })).toMatchObject([{ class: 'vip' }])
    expect(await manager.list('companies', { inn: bank.inn })).toHaveLength(2)
    expect(await manager.list('companies', { status: 'active' })).toEqual([])
    for (const query of [`filter={"ownerName":"x"}`, 'sort=passwordHash', 'filter={"class":{"$ne":null}}'])
      expect((await manager.ask('GET', `/companies?${query}`)).status).toBe(400)
  })

  it.each(['сбер', 'c,th', 'КОРОЛЕВ', '916 700', '7707083893'])(
    'S-009 finds a client by «%s»: a fragment, a wrong layout, a person, half a phone, the ИНН',
    async q => {
      const manager = await world.as('manager')
      const { data } = await manager.get<{ data: CompanyAnswer[] }>(`/companies?q=${encodeURIComponent(q)}`)
      expect(data.map(({ name }) => name)).toContain('Сбербанк')
      const { groups } = await manager.get<{ groups: { resource: string }[] }>(
        `/search?q=${encodeURIComponent(q)}`,
      )
      expect(
        groups.map(({ resource }) => resource).some(key => key === 'companies' || key === 'contacts'),
      ).toBe(true)
      const other = await world.as('manager2')
      const foreign = await other.get<{ groups: object[] }>(`/search?q=${encodeURIComponent(q)}`)
      expect(JSON.stringify(foreign)).not.toContain('Сбер')
    },
  )
})
