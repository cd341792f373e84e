import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../world/a-world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld({ worker: false })
})
afterAll(() => world[Symbol.asyncDispose]())

interface Deal {
  id: string
  stage: string
  status: string
  moves: { to: string; kind: string }[]
}

describe('commands while nobody works the processes', () => {
  let dealId = ''

  it('S-033 A1 an inquiry is taken all the same, and its deal is there to be seen', async () => {
    const answer = await fetch(`${world.url}/intake/forms/site`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        text: 'Совок, 5 шт.',
        phone: '+7 901 000-00-01',
        company: 'ООО «Луч»',
        name: 'Пётр',
      }),
    })
    expect(answer.status).toBe(202)
    const manager = await world.as('manager')
    dealId = (await manager.list<Deal>('deals'))[0]?.id ?? ''
    expect(dealId).toBeTruthy()
  })

  it('A1 a command is answered with 202 and a place to look, and is done once when the worker is back', async () => {
    const manager = await world.as('manager')
    const key = 'lose-it-once'
    const lose = () => manager.ask('POST', `/deals/${dealId}/lose`, { body: { reason: 'Передумали' }, key })
    const first = await lose()
    expect(first.status).toBe(202)
    const place = String(first.body.status).replace('/api', '')
    expect(await manager.get(place)).toMatchObject({ done: false })
    await world.startWorker()
    const lost = await world.until(async () => {
      const deal = await manager.get<Deal>(`/deals/${dealId}`)
      return deal.status === 'lost' && deal
    })
    expect(lost.status).toBe('lost')
    expect((await lose()).status).toBe(200)
    const events = await manager.list<{ kind: string }>('process-events', { subject: `deal/${dealId}` })
    expect(events.filter(({ kind }) => kind === 'deal_lost')).toHaveLength(1)
  })
})

describe('a command that closes a process while it is told of other things', () => {
  it('A9 is taken once and answered, however many notices land at the same moment', async () => {
    const manager = await world.as('manager2')
    const company = await manager.post<{ id: string }>('/companies', { name: 'ООО «Толчея»' })
    for (let round = 0; round < 6; round++) {
      const deal = await manager.post<Deal>('/deals', { title: `Сделка ${round}`, companyId: company.id })
      const due = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
      const [lost] = await Promise.all([
        manager.ask('POST', `/deals/${deal.id}/lose`, { body: { reason: 'Передумали' } }),
        ...[1, 2, 3, 4].map(hours =>
          manager.ask('POST', `/deals/${deal.id}/plan-step`, {
            body: { text: `Шаг ${hours}`, dueAt: due(hours) },
          }),
        ),
      ])
      expect([200, 202]).toContain(lost.status)
      await world.until(async () => (await manager.get<Deal>(`/deals/${deal.id}`)).status === 'lost')
      const events = await manager.list<{ kind: string }>('process-events', { subject: `deal/${deal.id}` })
      expect(events.filter(({ kind }) => kind === 'deal_lost')).toHaveLength(1)
    }
  })
})
