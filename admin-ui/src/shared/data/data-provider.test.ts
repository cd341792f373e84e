import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changed, dataProvider, listQuery } from './data-provider.ts'
import { problemOf, Refusal, StaleRecord } from './problem.ts'

interface Sent {
  url: string
  method: string
  headers: Record<string, string>
  body: unknown
}

const real = globalThis.fetch
const sent: Sent[] = []
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  globalThis.fetch = real
  sent.length = 0
})

/** A server that answers what it is told, one answer a request, and remembers what it was asked. */
function aServer(...answers: { status: number; body?: unknown }[]): void {
  globalThis.fetch = async (url, init) => {
    const { method = 'GET', headers, body } = init ?? {}
    sent.push({
      url: String(url),
      method,
      headers: Object.fromEntries(new Headers(headers)),
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
    })
    const { status, body: answer } = answers.shift() ?? { status: 500 }
    return new Response(answer === undefined ? null : JSON.stringify(answer), {
      status,
      headers: { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' },
    })
  }
}

/** Pauses between tries take no time here. */
async function timePasses<T>(answer: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync()
  return answer
}

describe('a list', () => {
  it('asks for its page, order, search and typed filter in the words of the contract', () => {
    const query = new URLSearchParams(
      listQuery({
        pagination: { page: 2, perPage: 25 },
        sort: { field: 'name', order: 'DESC' },
        filter: { q: ' ром ', status: ['open', 'won'] },
      }),
    )
    expect(Object.fromEntries(query)).toEqual({
      page: '2',
      perPage: '25',
      sort: 'name',
      order: 'desc',
      q: 'ром',
      filter: '{"status":["open","won"]}',
    })
  })

  it('leaves the order to the server where the screen has none', () => {
    expect(listQuery({ sort: { field: '', order: 'ASC' }, filter: {} })).toBe('')
  })

  it('fetches many records by one request', async () => {
    aServer({
      status: 200,
      body: { data: [{ id: 'a' }, { id: 'b' }], total: 2, totalIsEstimate: false, next: null },
    })
    const { data } = await dataProvider.getMany('users', { ids: ['a', 'b'] })
    expect(data).toHaveLength(2)
    expect(sent).toHaveLength(1)
    expect(decodeURIComponent(sent[0]?.url ?? '')).toContain('filter={"id":["a","b"]}')
  })
})

describe('a change', () => {
  it('sends only what differs, with the version the person has seen', async () => {
    aServer({ status: 200, body: { id: 'a', name: 'Ромашка+', version: 4 } })
    const before = { id: 'a', name: 'Ромашка', inn: '1', version: 3 }
    await dataProvider.update('companies', {
      id: 'a',
      data: { ...before, name: 'Ромашка+' },
      previousData: before,
    })
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      body: { name: 'Ромашка+' },
      headers: { 'if-match': '"3"' },
    })
  })

  it('sees no difference between equal lists', () => {
    expect(changed({ phones: ['1'], name: 'b' }, { phones: ['1'], name: 'a' })).toEqual({ name: 'b' })
  })

  it('made on an older version is refused with what this person wanted to save', async () => {
    aServer({
      status: 412,
      body: { code: 'StaleVersion', detail: 'Изменено другим' },
    })
    const change = dataProvider.update('companies', {
      id: 'a',
      data: { id: 'a', name: 'Ромашка+' },
      previousData: { id: 'a', name: 'Ромашка', version: 3 },
    })
    const refusal = await change.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StaleRecord)
    expect(refusal).toMatchObject({ mine: { name: 'Ромашка+' } })
  })
})

describe('a command', () => {
  const move = { resource: 'deals', id: 'a', verb: 'move', body: { to: 'offer' }, key: 'key-1' }

  it('keeps its key when the answer was lost, so that it happens once', async () => {
    aServer({ status: 503, body: { code: 'EngineAway' } }, { status: 200, body: { id: 'a', stage: 'offer' } })
    expect(await timePasses(dataProvider.command(move))).toEqual({ id: 'a', stage: 'offer' })
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1'])
  })

  it('that the process has not taken yet is followed to its end', async () => {
    aServer(
      { status: 202, body: { status: '/api/commands/c1' } },
      { status: 200, body: { id: 'c1', done: false, status: null, answer: null } },
      { status: 200, body: { id: 'c1', done: true, status: 200, answer: { id: 'a', stage: 'offer' } } },
    )
    expect(await timePasses(dataProvider.command(move))).toEqual({ id: 'a', stage: 'offer' })
    expect(sent.map(({ url }) => url)).toEqual(['/api/deals/a/move', '/api/commands/c1', '/api/commands/c1'])
  })

  it('refused by a rule says the code, the words and what is missing', async () => {
    const params = { missing: [{ fact: 'offerStatus', title: 'Отправленное КП', remedy: 'send_offer' }] }
    aServer({
      status: 422,
      body: { code: 'MissingFacts', detail: 'Не хватает: Отправленное КП', params, errors: [] },
    })
    const refusal = await dataProvider.command(move).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(problemOf(refusal)).toMatchObject({ code: 'MissingFacts', status: 422, extra: params })
  })
})

describe('a refusal', () => {
  it('gives each field its words', async () => {
    aServer({ status: 400, body: { code: 'BadShape', errors: [{ path: 'inn', message: 'Неверный ИНН' }] } })
    const refusal = await dataProvider
      .create('companies', { data: { inn: '1' } })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ status: 400, body: { errors: { inn: 'Неверный ИНН' } } })
  })

  it('that is no answer at all is a lost connection', () => {
    expect(problemOf(new TypeError('fetch failed')).code).toBe('NoConnection')
  })
})
