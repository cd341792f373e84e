import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../world/a-world.ts'
import { greenComesOn } from '../world/some-goods.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const form = {
  name: 'Иван Петров',
  company: 'ООО «Чистый дом»',
  phone: '8 (916) 123-45-67',
  email: 'ivan@chisty-dom.example',
  text: 'Нужны веники, зелёные, с турбонаддувом',
  products: [{ sku: 'VEN-T-GR', name: 'веник электрический с турбонаддувом, зелёный', quantity: '20' }],
}
const send = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/intake/forms/site`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

interface DealView {
  id: string
  stage: string
  title: string
  ownerId: string
  lines: { sku: string; quantity: string }[]
  waitsFor: unknown[]
}

describe('a request from the site', () => {
  it('S-032 S-033 S-034 S-057 S-020 is kept, gets a manager, and its deal runs with what it asks for and when that can be had', async () => {
    const answer = await send(form)
    expect(answer.status).toBe(202)
    const { inquiryId } = (await answer.json()) as { inquiryId: string }
    const [row] = await world.sql<{ deal_id: string; owner_id: string; status: string }>(
      'select deal_id, owner_id, status from inquiry where id = ?',
      [inquiryId],
    )
    expect(row?.status).toBe('in_deal')
    const manager = await world.as('manager')
    expect(row?.owner_id).toBe(manager.id)
    const path = await world.until(async () => {
      const events = await manager.list<{ kind: string; stage: string }>('process-events', {
        subject: `deal/${row?.deal_id}`,
      })
      return events.some(({ kind }) => kind === 'stage_entered') ? events : null
    })
    const deal = await manager.get<DealView>(`/deals/${row?.deal_id}`)
    expect(deal.stage).toBe(path.find(({ kind }) => kind === 'stage_entered')?.stage)
    expect(deal.lines).toMatchObject([
      { sku: 'VEN-T-GR', quantity: '20', free: '0', deliveryOn: greenComesOn },
    ])
    expect(deal.waitsFor.length).toBeGreaterThan(0)
  })

  it('S-010 B1 the same request sent again under its key is one inquiry; other words under the key are refused', async () => {
    const key = { 'idempotency-key': 'site-form-7' }
    const body = { ...form, phone: '8 (916) 765-43-21', email: 'other@example.org', company: 'ООО «Вторая»' }
    const first = await (await send(body, key)).json()
    const again = await (await send(body, key)).json()
    expect(again).toEqual(first)
    expect((await send({ ...body, text: 'иначе' }, key)).status).toBe(422)
    expect(
      await world.sql('select id from inquiry where source = ? and text like ?', ['site', '%веник%']),
    ).toHaveLength(2)
  })

  it('S-092 D2 the deal of one manager is not there for the other: list, one, many ids, board, path, events', async () => {
    const [deal] = await world.sql<{ id: string; owner_id: string }>(
      'select id, owner_id from deal order by created_at limit 1',
    )
    const other = await world.as(deal?.owner_id === (await world.as('manager')).id ? 'manager2' : 'manager')
    expect((await other.list<{ id: string }>('deals')).map(({ id }) => id)).not.toContain(deal?.id)
    expect(await other.list('deals', { id: [deal?.id] })).toEqual([])
    expect((await other.ask('GET', `/deals/${deal?.id}`)).status).toBe(404)
    expect((await other.ask('GET', `/deals/${deal?.id}/path`)).status).toBe(404)
    expect(await other.list('process-events', { subject: `deal/${deal?.id}` })).toEqual([])
    const board = await other.get<{ columns: { cards: { id: string }[] }[] }>('/deals/board')
    expect(board.columns.flatMap(({ cards }) => cards.map(({ id }) => id))).not.toContain(deal?.id)
    expect((await other.ask('POST', `/deals/${deal?.id}/move`, { body: { to: 'offer' } })).status).toBe(404)
  })

  it('DR-02 S-020 lines take the rate that 1C gave the goods, and say nothing of a day where all lies there', async () => {
    const [row] = await world.sql<{ id: string; login: string }>(
      'select d.id, u.login from deal d join app_user u on u.id = d.owner_id order by d.created_at limit 1',
    )
    const owner = await world.as(row?.login ?? '')
    const goods = await owner.list<{ id: string; sku: string }>('offerings')
    const lines = ['VEN-SORGO', 'SOV-01'].map(wanted => ({
      offeringId: goods.find(({ sku }) => sku === wanted)?.id,
      quantity: '3',
    }))
    const deal = await owner.post<DealView>(`/deals/${row?.id}/set-lines`, { lines })
    expect(deal.lines).toMatchObject([
      { sku: 'VEN-SORGO', vatRate: 'VAT10', deliveryOn: null },
      { sku: 'SOV-01', vatRate: 'NONE', deliveryOn: null },
    ])
  })
})
