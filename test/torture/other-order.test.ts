import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRequestActivities } from '#activities/requests/create-request-activities.ts'
import { createDealActivities } from '#activities/sales/create-deal-activities.ts'
import { compiled } from '#domain/sales/deal-for-tests.ts'
import type { DealInput, DealState } from '#domain/sales/deal-state.ts'
import { blankDeal, step } from '#domain/sales/deal-stepper.ts'
import { wholesale } from '#domain/sales/funnels/wholesale.ts'
import { projectDeal } from '#domain/sales/project-deal.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import { uuidV7 } from '#server/shared/ids.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { stepRequest } from '#workflows/requests/request.process.ts'
import { requestRecord } from '#workflows/requests/request-record.ts'
import { newRequest, type RequestEvent, type RequestProcessState } from '#workflows/requests/request-state.ts'
import { dealStepKey } from '#workflows/sales/deal-step-key.ts'
import { aWorld, type World } from '../world/a-world.ts'

/** A process that no worker runs: what it would tell the base is told by hand, as two attempts of one task would. */
let world: World
beforeAll(async () => {
  world = await aWorld({ worker: false })
})
afterAll(() => world[Symbol.asyncDispose]())

const ids = uuidV7()
const deedsWorld = () => ({
  fork: () => forkSystem(world.server.world.orm),
  clock: world.server.world.clock,
  ids,
  mail: null,
  papers: fakePapers(),
})

async function aDeal(): Promise<{ id: string; companyId: string; now: number }> {
  await fetch(`${world.url}/intake/forms/site`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: 'Веники',
      phone: `+7 903 ${ids().replace(/\D/g, '').slice(-7)}`,
      name: 'Анна',
    }),
  })
  const [deal] = await world.sql<{ id: string; company_id: string; created_at: Date }>(
    'select id, company_id, created_at from deal order by id desc limit 1',
  )
  if (!deal) throw new Error('no deal was made')
  return { id: deal.id, companyId: deal.company_id, now: new Date(deal.created_at).getTime() }
}

const terms = { addWorkingMinutes: (from: number, minutes: number) => from + minutes * 60_000 }
const funnel = compiled(wholesale)

it('TE1 A1 a move that was recorded, forgotten with its task and told again behind a later message stands once', async () => {
  const { recordDeal, openDeal } = createDealActivities(deedsWorld())
  const { id: dealId, now } = await aDeal()
  async function tell(from: DealState, inputs: DealInput[]): Promise<DealState> {
    let state = from
    for (const event of inputs) {
      const { state: next, path } = step(funnel, terms, state, event)
      const change = { event, state: next, path, effects: [] }
      await recordDeal({ ...projectDeal(next), dealId, path, key: `deal/${dealId}/${dealStepKey(change)}` })
      state = next
    }
    return state
  }
  const begun = await tell(blankDeal(funnel, now), [{ is: 'started', at: now, facts: {} }])
  const moved: DealInput = {
    ...{ is: 'moved', to: 'qualification', by: ids(), requestId: 'r1' },
    ...{ at: now + 1, facts: { firstAnswered: true } },
  }
  const again = { is: 'happened', event: 'inquiry_repeated', data: {}, messageId: 'm1', at: now + 2 } as const
  await tell(begun, [moved])
  const end = await tell(begun, [again, moved])

  const path = await world.sql<{ kind: string; stage: string }>(
    `select kind, data ->> 'stage' as stage from process_event where subject = ?`,
    [`deal/${dealId}`],
  )
  expect(path.filter(({ kind }) => kind === 'stage_entered').map(({ stage }) => stage)).toEqual([
    'new_inquiry',
    'qualification',
  ])
  expect(path.filter(({ kind }) => kind === 'inquiry_repeated')).toHaveLength(1)
  const [row] = await world.sql<{ seq: number; stage: string; state: DealState }>(
    'select seq, stage, process_state as state from deal where id = ?',
    [dealId],
  )
  expect(row).toMatchObject({ seq: end.seq, stage: 'qualification', state: { messages: ['m1'] } })

  // A process whose first task was cut off finds its own state there; that is no past to go on from.
  expect(await openDeal({ dealId, generation: 1 })).not.toHaveProperty('state')
})

it('TE1 P1 a shipment told again with another id is the first one, and the base shows what the process knows', async () => {
  const { recordRequest } = createRequestActivities(deedsWorld())
  const { id: dealId, companyId, now } = await aDeal()
  const [requestId, lineId, by] = [ids(), ids(), ids()]
  const [offering] = await world.sql<{ id: string }>('select id from offering where sku = ?', ['VEN-SORGO'])
  const line = { id: lineId, offeringId: offering?.id, name: 'Веник', sku: 'VEN-SORGO', unit: 'шт' }
  const none = { pickedQuantity: '0', shippedQuantity: '0', shortQuantity: '0' }
  await world.sql(
    `insert into department_request (id, created_at, kind, from_department, to_department, subject, company_id,
       company_name, deal_id, status, lines) values (?, now(), 'warehouse', 'sales', 'warehouse', 'Отгрузка', ?, '', ?, 'new', ?::jsonb)`,
    [requestId, companyId, dealId, JSON.stringify([{ ...line, quantity: '20', ...none }])],
  )
  async function tell(from: RequestProcessState, events: RequestEvent[]): Promise<RequestProcessState> {
    let state = from
    for (const event of events) {
      const outcome = stepRequest(
        { after: (at, minutes) => at + minutes * 60_000, between: (a, b) => (b - a) / 60_000 },
        state,
        event,
      )
      state = outcome.state
      await recordRequest(requestRecord(requestId, { ...outcome, event }))
    }
    return state
  }
  const start = newRequest({
    ...{ dealId, authorId: null, seatId: by, promisedAt: null, startedAt: now },
    lines: [{ lineId, offeringId: offering?.id ?? null, quantity: '20', ...none }],
    calendar: { hours: { start: '09:00', end: '18:00', zoneOffsetMinutes: 180 }, years: [], days: {} },
  })
  const parts = (quantity: string) => [{ lineId, quantity }]
  const picked = await tell(start, [
    { is: 'opened', at: now },
    { is: 'take', promisedAt: null, by, requestId: 'take', at: now },
    { is: 'pick', lines: parts('18'), by, requestId: 'pick', at: now },
  ])
  const ship = () =>
    ({ is: 'ship', lines: parts('18'), shipmentId: ids(), by, requestId: 'ship', at: now }) as const
  await tell(picked, [ship()])
  await tell(picked, [{ is: 'pick', lines: parts('2'), by, requestId: 'pick the rest', at: now }, ship()])

  const count = async (table: string) =>
    (await world.sql(`select id from ${table} where request_id = ?`, [requestId])).length
  expect([await count('shipment'), await count('issued_goods')]).toEqual([1, 1])
  const [row] = await world.sql<{ lines: { pickedQuantity: string; shippedQuantity: string }[] }>(
    'select lines from department_request where id = ?',
    [requestId],
  )
  expect(row?.lines).toMatchObject([{ pickedQuantity: '20', shippedQuantity: '18' }])
})
