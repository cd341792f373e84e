import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import { aWorld, type World } from '../world/a-world.ts'
import type { Person } from '../world/person.ts'
import { fingerprint } from './fingerprint.ts'
import { json, type Raw, wrongKnocks } from './wrong-knocks.ts'

let world: World
let manager: Person
let company: CompanyAnswer
beforeAll(async () => {
  world = await aWorld({ worker: false })
  manager = await world.as('manager')
  company = await manager.post<CompanyAnswer>('/companies', { name: 'ООО «Дверь»' })
})
afterAll(() => world[Symbol.asyncDispose]())

interface Problem {
  status: number
  code: string
  title: string
  detail: string
  errors: { path: string; message: string }[]
}

/** Straight at the door: bytes and headers as given. */
async function knock({ method = 'POST', path = '/api/companies', body, headers = {} }: Raw) {
  const response = await fetch(world.url + path, {
    method,
    headers: { cookie: manager.cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  expect(text).not.toMatch(/node_modules|\.ts:|select |at Object|stack/i)
  return { status: response.status, text, problem: (text ? JSON.parse(text) : {}) as Problem }
}

/** Refused with a sentence in Russian and a code; nothing in the base is other than before. */
async function refused(raw: Raw, status: number | number[], code?: string): Promise<Problem> {
  const before = await fingerprint(world)
  const answer = await knock(raw)
  expect([status].flat(), answer.text.slice(0, 300)).toContain(answer.status)
  expect(answer.problem.detail).toMatch(/[а-яё].*\.$/i)
  if (code) expect(answer.problem.code).toBe(code)
  expect(await fingerprint(world)).toEqual(before)
  return answer.problem
}

describe('what comes in wrong is refused with a sentence, and nothing changes', () => {
  it.each(wrongKnocks)('%s', async (_, raw, status) => {
    await refused({ ...raw, ...(raw.path ? { path: raw.path.replace('%ID%', company.id) } : {}) }, status)
  })

  it('names the field that is wrong, wherever it lies', async () => {
    const { errors } = await refused(
      { body: json({ name: 'x', needs: [{ text: 'a', source: 'b', on: 'вчера' }], emails: ['no mail'] }) },
      400,
    )
    expect(errors.map(({ path }) => path)).toEqual(['emails.0', 'needs.0.on'])
  })

  it('D4 an unknown field, and a field that only the server writes, is refused by name', async () => {
    for (const field of ['surname', 'ownerId', 'status', 'version', 'createdAt', 'contactKeys', 'id'])
      expect(
        (await refused({ body: json({ name: 'x', [field]: company.ownerId }) }, 400)).errors,
      ).toMatchObject([{ path: field }])
  })

  it('C13 __proto__ and constructor are unknown fields like any other; Object.prototype stays as it is', async () => {
    for (const body of [
      '{"name":"x","__proto__":{"admin":true}}',
      '{"name":"x","constructor":{"prototype":{"admin":true}}}',
    ])
      await refused({ body }, 400)
    for (const filter of ['{"__proto__":{"a":1}}', '{"constructor":1}', '{"toString":1}'])
      await refused({ method: 'GET', path: `/api/companies?filter=${encodeURIComponent(filter)}` }, 400)
    await refused({ method: 'GET', path: '/api/companies?sort=__proto__' }, 400)
    expect('admin' in {}).toBe(false)
  })

  it('speaks English to whoever asks for it', async () => {
    const { problem } = await knock({ body: '{}', headers: { 'accept-language': 'en' } })
    expect(problem).toMatchObject({
      detail: 'The request is malformed. Check the marked fields.',
      errors: [{ path: 'name', message: 'Required.' }],
    })
  })
})

describe('a list', () => {
  const list = (query: string): Raw => ({ method: 'GET', path: `/api/companies?${query}` })
  const filter = (value: unknown) => list(`filter=${encodeURIComponent(json(value))}`)

  it.each<[string, Raw]>([
    ['a page too big', list('perPage=1000000000')],
    ['a page too far', list('page=1000000000')],
    ['page and size that reach too deep', list('page=9000&perPage=100')],
    ['a page of nothing', list('perPage=0')],
    ['too many ids', filter({ id: Array.from({ length: 201 }, () => crypto.randomUUID()) })],
    ['too many conditions', filter(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, 1])))],
    ['an unknown condition', filter({ passwordHash: 'x' })],
    ['an operator of the base', filter({ inn: { $ne: null } })],
    ['a filter that is no JSON', list('filter=%7Bstatus')],
    ['a filter that is a list', filter([])],
    ['a search of 300 signs', list(`q=${'я'.repeat(300)}`)],
    ['sort by anything', list('sort=owner_id;drop table company')],
    ['an order that is none', list('sort=name&order=sideways')],
    ['a cursor that is none', list('after=zzz')],
    ['an unknown parameter', list('limit=5')],
    ['a parameter twice', list('page=1&page=2')],
  ])('E1 E2 refuses %s', async (_, raw) => {
    await refused(raw, 400)
  })

  it('E2 takes signs of patterns for themselves', async () => {
    for (const q of ['%', '_', '%_%_%', "'; drop table company; --", '\\', '"', '{}', '\u0000'])
      for (const path of ['companies', 'contacts', 'deals', 'letters', 'tasks', 'inquiries', 'products'])
        expect(
          (await manager.ask('GET', `/${path}?q=${encodeURIComponent(q)}`)).status,
          `${path} ${q}`,
        ).toBeLessThan(500)
    expect((await manager.get<{ data: object[] }>('/companies?q=%25')).data).toEqual([])
    expect(await manager.get('/search?q=%25%25')).toEqual({ groups: [] })
  })

  it('E1 a filter of a megabyte does not reach the handler', async () => {
    const { port } = new URL(world.url)
    const status = await new Promise(resolve => {
      const asked = request(
        { port, path: `/api/companies?filter=${'x'.repeat(1_000_000)}`, headers: { cookie: manager.cookie } },
        ({ statusCode }) => resolve(statusCode),
      )
      asked.on('error', () => resolve('closed'))
      asked.end()
    })
    expect([431, 414, 400, 'closed']).toContain(status)
  })
})

describe('a NUL', () => {
  it.each<[string, Raw]>([
    ['in an address', { method: 'GET', path: '/api/commands/%00' }],
    ['in a search', { method: 'GET', path: '/api/search?q=a%00b' }],
    [
      'in a filter',
      {
        method: 'GET',
        path: `/api/audit?filter=${encodeURIComponent('{"recordId":"\\u0000"}')}`,
        headers: {},
      },
    ],
    [
      'in a filter of a list',
      { method: 'GET', path: `/api/companies?filter=${encodeURIComponent('{"inn":"\\u0000"}')}` },
    ],
    [
      'in a cursor',
      {
        method: 'GET',
        path: `/api/companies?after=${Buffer.from('["\\u0000","01a205f3-4a5d-7a1b-b1af-7ef0fbc5977c"]').toString('base64url')}`,
      },
    ],
    ['in a request from a site', { path: '/intake/forms/site', body: json({ text: 'a\u0000' }) }],
    [
      'in a form of a site',
      {
        path: '/intake/forms/site',
        body: 'text=a%00b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
    ['in a login', { path: '/api/session', body: json({ login: 'manager\u0000', password: 'x' }) }],
  ])('C12 %s is refused at the door: it would end a connection of the base', async (_, raw) => {
    const cookie = (await world.as('director')).cookie
    await refused({ ...raw, headers: { cookie, ...raw.headers } }, 400)
  })
})

describe('who is not one of us', () => {
  it('D6 without a session, with a foreign or an ended one, is asked to sign in at every address', async () => {
    const before = await fingerprint(world)
    for (const cookie of ['', 'voronka=abc', `${manager.cookie}x`]) {
      const { status, problem } = await knock({ body: '{"name":"x"}', headers: { cookie } })
      expect(status).toBe(401)
      expect(problem.code).toBe('NotSignedIn')
    }
    const { status } = await knock({ method: 'GET', path: '/api/today', headers: { cookie: '' } })
    expect(status).toBe(401)
    expect(await fingerprint(world)).toEqual(before)
  })

  it.each<[string, Record<string, string>, number]>([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['a sandbox', { origin: 'null' }, 403],
    [
      'a form of another site',
      { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      403,
    ],
  ])('D8 %s changes nothing', async (_, headers, status) => {
    await refused({ body: '{"name":"x"}', headers }, status)
  })

  it('D8 a method hidden in a header or a parameter is no method', async () => {
    await refused(
      {
        method: 'POST',
        path: `/api/companies/${company.id}?_method=PATCH`,
        body: '{"name":"x"}',
        headers: { 'x-http-method-override': 'PATCH' },
      },
      404,
    )
  })
})

describe('the same request sent again', () => {
  it('B1 under its key answers the same and makes one client; other words under the key are refused', async () => {
    const headers = { 'idempotency-key': 'door-1' }
    const body = json({ name: 'ООО «Один раз»' })
    const [first, again] = await Promise.all([knock({ body, headers }), knock({ body, headers })])
    expect(first.status).toBe(201)
    expect([again.status, JSON.parse(again.text)]).toEqual([first.status, JSON.parse(first.text)])
    expect(await world.sql(`select id from company where name = 'ООО «Один раз»'`)).toHaveLength(1)
    await refused({ body: json({ name: 'ООО «Другой»' }), headers }, 422, 'IdempotencyKeyReused')
    const other = await (await world.as('manager2')).ask('POST', '/companies', {
      body: { name: 'ООО «Моя»' },
      key: 'door-1',
    })
    expect(other.status).toBe(201)
  })

  it('B1 what was refused under a key is refused again, and may be mended under it', async () => {
    const headers = { 'idempotency-key': 'door-2' }
    await refused({ body: json({ name: 'x', inn: '7707083894' }), headers }, 422, 'InvalidRequisite')
    const mended = await knock({ body: json({ name: 'ООО «Исправлено»', inn: '7728168971' }), headers })
    expect(mended.status).toBe(201)
  })

  it('a command’s end is told to its own person only', async () => {
    const [record] = await world.sql<{ id: string }>(
      'select id from command_record where actor_id = ? and status = 201 limit 1',
      [manager.id],
    )
    expect(await manager.get(`/commands/${record?.id}`)).toMatchObject({ done: true, status: 201 })
    const director = await world.as('director')
    expect((await director.ask('GET', `/commands/${record?.id}`)).status).toBe(404)
    expect((await manager.ask('GET', '/commands/nothing')).status).toBe(404)
  })
})

describe('the journal', () => {
  it('S-018 tells the director who changed what, old and new, page after page; nobody else reads it', async () => {
    const director = await world.as('director')
    await manager.patch(`/companies/${company.id}`, { class: 'a' }, company.version)
    const about = encodeURIComponent(json({ resource: 'companies', recordId: company.id }))
    interface Entry {
      id: string
      verb: string
      actorName: string
      changes: object
    }
    const { data } = await director.get<{ data: Entry[] }>(`/audit?filter=${about}`)
    expect(data).toMatchObject([
      { verb: 'update', actorName: 'Василий Кузнецов', changes: { class: [null, 'a'] } },
      { verb: 'insert', actorName: 'Василий Кузнецов' },
    ])
    const first = await director.get<{ data: Entry[]; next: string }>(`/audit?filter=${about}&perPage=1`)
    const second = await director.get<{ data: Entry[]; next: null }>(
      `/audit?filter=${about}&perPage=1&after=${first.next}`,
    )
    expect([...first.data, ...second.data]).toEqual(data)
    expect(second.next).toBeNull()
    for (const login of ['manager', 'head', 'accountant'])
      expect((await (await world.as(login)).ask('GET', '/audit')).status).toBe(403)
  })
})
