import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRequestActivities } from '#activities/requests/create-request-activities.ts'
import type { PromiseWarning } from '#activities/requests/request-activities.ts'
import { roleSeats } from '#domain/access/seats.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { type Request, requesting, type Shipment } from './requesting.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world?.[Symbol.asyncDispose]())

const { aRequest, ask, part, freeOf } = requesting(() => world)

describe('a request to the warehouse', () => {
  it('D5 opens the client to the warehouse without its sums: not in files, not on the path, not by the order of a list', async () => {
    const { dealId, companyId } = await aRequest()
    const manager = await world.as('manager')
    const { id: invoice } = await manager.post<{ id: string }>('/invoices', { dealId })
    const file = world.server.world.ids()
    await world.sql(
      `insert into stored_file (id, created_at, company_id, name, content_type, size_bytes, sha256, subject_type, subject_id, content)
       values (?, now(), ?, 'Счёт.pdf', 'application/pdf', 1, '', 'invoice', ?, '1')`,
      [file, companyId, invoice],
    )
    await world.sql('update invoice set file_id = ? where id = ?', [file, invoice])
    await world.sql(
      `insert into process_event (id, subject, deal_id, company_id, at, kind, title, actor_type, data)
       values (?, ?, ?, ?, now(), 'invoice_partly_paid', 'Счёт оплачен частично', 'system', '{"paidKopecks": "1", "grossKopecks": "2"}')`,
      [world.server.world.ids(), `invoice/${invoice}`, dealId, companyId],
    )
    const seen = async (login: string) => {
      const person = await world.as(login)
      const [paid] = await person.list<{ data: object }>('process-events', { subject: `invoice/${invoice}` })
      return {
        data: paid?.data,
        fileId: (await person.get<{ fileId: string | null }>(`/invoices/${invoice}`)).fileId,
        file: (await person.ask('GET', `/files/${file}`)).status,
        sorted: await Promise.all(
          ['deals?sort=amountKopecks', 'approvals?sort=amountKopecks'].map(
            async list => (await person.ask('GET', `/${list}`)).status,
          ),
        ),
      }
    }
    expect(await seen('warehouse')).toEqual({ data: {}, fileId: null, file: 404, sorted: [400, 400] })
    expect(await seen('manager')).toEqual({
      data: { paidKopecks: '1', grossKopecks: '2' },
      fileId: file,
      file: 200,
      sorted: [200, 200],
    })
  })

  it('S-081 S-184 is taken, picked, short, shipped in two parts; stock and reservations follow each part', async () => {
    const { request, dealId } = await aRequest()
    const manager = await world.as('manager')
    const [dustpans, brooms] = request.lines
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    await manager.post('/reservations', { dealId, offeringId: dustpans?.offeringId, quantity: '10', until })
    const before = Number(await freeOf(dustpans?.offeringId))
    expect(request.can).toMatchObject({ take: true, ship: false, cancel: false })

    const taken = await ask('warehouse', request, 'take')
    expect(taken.body).toMatchObject({ status: 'taken', assigneeName: 'Степан Морозов' })
    await ask('warehouse', request, 'pick', { lines: [part(request, '7'), part(request, '4', 1)] })
    const short = await ask('warehouse', request, 'report-shortage', {
      lines: [part(request, '3')],
      expectedOn: until,
    })
    expect(short.body).toMatchObject({
      status: 'short',
      expectedOn: until,
      lines: [{ shortQuantity: '3' }, {}],
    })
    const first = await ask('warehouse', request, 'ship', { lines: [part(request, '7')] })
    expect(first.body.status).toBe('short')
    // Seven left the stock and were used of the ten held: what is free for others stays as it was.
    expect(Number(await freeOf(dustpans?.offeringId))).toBe(before)
    const held = await manager.list<{ issuedQuantity: string; status: string }>('reservations', { dealId })
    expect(held).toMatchObject([{ status: 'active' }])
    expect(Number(held[0]?.issuedQuantity)).toBe(7)

    await ask('warehouse', request, 'pick', { lines: [part(request, '3')] })
    const last = await ask('warehouse', request, 'ship')
    expect(last.body).toMatchObject({
      status: 'done',
      lines: [{ shippedQuantity: '10' }, { shippedQuantity: '4' }],
    })
    expect(Number(await freeOf(dustpans?.offeringId))).toBe(before)
    expect(Number(await freeOf(brooms?.offeringId))).toBe(1196)
    expect(await manager.list('reservations', { dealId, status: 'active' })).toEqual([])
    const parts = await manager.list<Shipment>('shipments', { requestId: request.id })
    expect(parts.map(({ lines: shipped }) => shipped.map(({ quantity }) => quantity))).toEqual([
      ['3', '4'],
      ['7'],
    ])
    expect(new Set(parts.map(({ number }) => number)).size).toBe(2)
    const told = await world.sql<{ payload: { event: string } }>(
      'select payload from outbox_message where workflow_id = ? and name = ? order by id',
      [`deal/${dealId}`, 'dealHappened'],
    )
    expect(told.map(({ payload }) => payload.event)).toEqual(
      expect.arrayContaining([
        'request_created',
        'request_taken',
        'request_short',
        'request_shipped_part',
        'request_done',
      ]),
    )
    const open = 'select id from participation where subject_id = ? and closed_at is null'
    expect(await world.sql(open, [request.id])).toEqual([])
  })

  it('D3 more than asked is not picked, more than picked is not shipped, nothing twice; a refusal changes nothing', async () => {
    const { request } = await aRequest()
    await ask('warehouse', request, 'take')
    await ask('warehouse', request, 'pick', { lines: [part(request, '2')] })
    const row = 'select version, seq, lines, status from department_request where id = ?'
    const before = await world.sql(row, [request.id])
    const refusals = [
      await ask('warehouse', request, 'pick', { lines: [part(request, '9')] }),
      await ask('warehouse', request, 'ship', { lines: [part(request, '3')] }),
      await ask('warehouse', request, 'pick', { lines: [{ lineId: 'nobody', quantity: '1' }] }),
      await ask('warehouse', request, 'pick', { lines: [part(request, '0')] }),
      await ask('warehouse', request, 'done'),
      await ask('warehouse', request, 'refuse', { reason: ' ' }),
    ]
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'PicksMoreThanAsked'],
      [422, 'ShipsMoreThanPicked'],
      [404, 'NotFound'],
      [400, 'BadShape'],
      [409, 'RequestMoveNotAllowed'],
      [400, 'BadShape'],
    ])
    expect(refusals[4]?.body.detail).toBe('Заявка в состоянии «собирается»: действие недоступно.')
    expect(await world.sql(row, [request.id])).toEqual(before)
  })

  it('A2 a part shipped again under its key is one shipment with one number, and leaves the stock once', async () => {
    const { request } = await aRequest()
    await ask('warehouse', request, 'take')
    await ask('warehouse', request, 'pick', { lines: [part(request, '2')] })
    const both = await Promise.all([
      ask('warehouse', request, 'ship', {}, 'my-part'),
      ask('warehouse', request, 'ship', {}, 'my-part'),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body.lines[0]?.shippedQuantity).toBe('2')
    expect(await (await world.as('warehouse')).list('shipments', { requestId: request.id })).toHaveLength(1)
    const issued = await world.sql<{ quantity: string }>(
      'select quantity from issued_goods where request_id = ?',
      [request.id],
    )
    expect(issued.map(({ quantity }) => Number(quantity))).toEqual([2])
  })

  it('S-082 the manager takes it back with a reason while nothing has left; the warehouse may not', async () => {
    const { request, dealId } = await aRequest()
    expect((await ask('warehouse', request, 'cancel', { reason: 'Нет' })).status).toBe(403)
    expect((await ask('manager', request, 'take')).status).toBe(403)
    const back = await ask('manager', request, 'cancel', { reason: 'Клиент передумал' })
    expect(back.body).toMatchObject({ status: 'cancelled' })
    const late = await ask('warehouse', request, 'take')
    expect(late).toMatchObject({ status: 409, body: { code: 'RequestMoveNotAllowed' } })
    expect(late.body.detail).toBe('Заявка в состоянии «отменена»: действие недоступно.')
    const again = await (await world.as('manager')).post<Request>('/department-requests', {
      kind: 'warehouse',
      dealId,
    })
    expect(again.lines).toHaveLength(2)
  })

  it('a refusal by the warehouse reaches the manager with its words', async () => {
    const { request } = await aRequest()
    const refused = await ask('warehouse', request, 'refuse', { reason: 'Склад закрыт на учёт' })
    expect(refused.body).toMatchObject({ status: 'refused', remark: 'Склад закрыт на учёт' })
    const bell = await world.until(async () => {
      const found = await world.sql<{ title: string }>(
        'select title from notification where user_id = ? and subject_id = ? order by created_at desc',
        [(await world.as('manager')).id, request.id],
      )
      return found[0]
    })
    expect(bell.title).toContain('Склад закрыт на учёт')
  })

  it('one deal has one open request; a second asks only for what has not left', async () => {
    const { request, dealId } = await aRequest()
    const manager = await world.as('manager')
    const second = await manager.ask('POST', '/department-requests', { body: { kind: 'warehouse', dealId } })
    expect(second).toMatchObject({ status: 409, body: { code: 'RequestIsOpen' } })
    await ask('warehouse', request, 'take')
    await ask('warehouse', request, 'pick', { lines: [part(request, '6'), part(request, '4', 1)] })
    await ask('warehouse', request, 'report-shortage', { lines: [part(request, '4')] })
    await ask('warehouse', request, 'ship')
    expect((await ask('warehouse', request, 'done')).body.status).toBe('done')
    const rest = await manager.post<Request>('/department-requests', { kind: 'warehouse', dealId })
    expect(rest.lines).toMatchObject([{ quantity: '4', offeringId: request.lines[0]?.offeringId }])
  })

  it('S-084 a promise that comes near is told to the queue and to who asked, once', async () => {
    const { request } = await aRequest()
    const { orm, clock, ids, papers } = world.server.world
    const deeds = createRequestActivities({ fork: () => forkSystem(orm), clock, ids, papers, mail: null })
    const warning: PromiseWarning = {
      requestId: request.id,
      kind: 'soon',
      dueAt: 0,
      to: [roleSeats.warehouse],
      key: `request/${request.id}/warn/soon/0`,
    }
    await Promise.all([deeds.warnPromise(warning), deeds.warnPromise(warning)])
    const rings = await world.sql<{ login: string }>(
      `select u.login from notification n join app_user u on u.id = n.user_id
       where n.subject_id = ? and n.title like 'Обещанный срок близко%' order by u.login`,
      [request.id],
    )
    expect(rings.map(({ login }) => login)).toEqual(['manager', 'warehouse'])
  })

  it('S-092 D2 the other manager sees neither request nor shipment nor path, and may ask nothing of the deal', async () => {
    const { request, dealId } = await aRequest()
    await ask('warehouse', request, 'take')
    await ask('warehouse', request, 'pick', { lines: [part(request, '1')] })
    await ask('warehouse', request, 'ship')
    const other = await world.as('manager2')
    const byId = { id: [request.id] }
    expect(await other.list('department-requests', byId)).toEqual([])
    expect((await other.get<{ total: number }>('/department-requests')).total).toBe(0)
    expect(await other.list('shipments')).toEqual([])
    expect(await other.list('process-events', { subject: `request/${request.id}` })).toEqual([])
    expect((await ask('manager2', request, 'cancel', { reason: 'x' })).status).toBe(404)
    expect((await ask('manager2', { id: dealId }, 'take')).status).toBe(404)
    const body = { kind: 'warehouse', dealId }
    expect((await other.ask('POST', '/department-requests', { body })).status).toBe(404)
  })

  it('S-184 D5 no answer to the warehouse names a price or a sum', async () => {
    const { request } = await aRequest()
    const warehouse = await world.as('warehouse')
    const answers = [
      await warehouse.ask('GET', '/department-requests?perPage=100'),
      await warehouse.ask('GET', `/department-requests/${request.id}`),
      await ask('warehouse', request, 'take'),
      await ask('warehouse', request, 'pick', { lines: [part(request, '1')] }),
      await ask('warehouse', request, 'ship'),
      await warehouse.ask('GET', '/shipments?perPage=100'),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(/kopecks|price|sum|vat|discount/i)
    }
    for (const path of ['/payments', '/debts']) expect((await warehouse.ask('GET', path)).status).toBe(403)
  })
})
