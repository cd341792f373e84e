import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMailServer, type MailServer } from '../world/a-mail-server.ts'
import { aWorld, type World } from '../world/a-world.ts'

interface Deal {
  id: string
  stage: string
  status: string
  title: string
  companyId: string
  version: number
  missing: { fact: string }[]
  waitsFor: { what: string; who: string }[]
  lines: { offeringId: string; free: string; quantity: string }[]
}
interface Paper {
  id: string
  status: string
  number: string | null
  fileId: string | null
  version: number
  paidKopecks: number
  totals: { grossKopecks: number }
}
interface Approval {
  id: string
  status: string
  subject: { type: string; id: string }
  can: { approve: boolean }
}
interface Request {
  id: string
  status: string
  lines: { id: string; quantity: string; pickedQuantity: string; shippedQuantity: string }[]
}

let mail: MailServer
let world: World
beforeAll(async () => {
  mail = await aMailServer()
  world = await aWorld({ browser: true, smtpUrl: mail.url })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await mail?.close()
})

const waitFor = <T extends { id: string }>(
  login: string,
  path: string,
  is: (record: T) => boolean,
): Promise<T> =>
  world.until(async () => {
    const record = await (await world.as(login)).get<T>(path)
    return is(record) ? record : null
  })
const approvalOf = (login: string, subjectId: string): Promise<Approval> =>
  world.until(async () => {
    const waiting = await (await world.as(login)).list<Approval>('approvals', { status: 'waiting' })
    return waiting.find(({ subject, can }) => subject.id === subjectId && can.approve)
  })

describe('one sale from a web form to paid and shipped', () => {
  let dealId = ''
  let offer: Paper
  let invoice: Paper
  let request: Request

  it('S-032 S-057 begins with a form on the site and stands on the first stage', async () => {
    const answer = await fetch(`${world.url}/intake/forms/site`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Анна Белова',
        company: 'ООО «Чистый дом»',
        inn: '7702070139',
        phone: '+7 903 111-22-33',
        email: 'anna@chisty-dom.example',
        text: 'веник электрический с турбонаддувом, зелёный, 20 шт.',
      }),
    })
    const { inquiryId } = (await answer.json()) as { inquiryId: string }
    const [row] = await world.sql<{ deal_id: string }>('select deal_id from inquiry where id = ?', [
      inquiryId,
    ])
    dealId = row?.deal_id ?? ''
    const deal = await waitFor<Deal>('manager', `/deals/${dealId}`, ({ waitsFor }) => waitsFor.length > 0)
    expect(deal.status).toBe('open')
  })

  it('S-050 S-045 the manager logs his call in one step and the clock of the first answer stops', async () => {
    const manager = await world.as('manager')
    const before = await manager.get<Deal>(`/deals/${dealId}`)
    await manager.post('/interactions', {
      companyId: before.companyId,
      dealId,
      kind: 'call',
      direction: 'out',
      text: 'Зелёных сейчас нет, готовы взять коричневые',
      result: 'Дозвонился',
      nextStep: { text: 'Отправить КП', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
    })
    const deal = await waitFor<Deal>('manager', `/deals/${dealId}`, ({ stage }) => stage !== before.stage)
    expect(deal.waitsFor.map(({ what }) => what)).toContain('Позиции сделки')
  })

  it('S-019 S-073 S-171 lines show what is free; a discount above the limit goes to the head first', async () => {
    const manager = await world.as('manager')
    const [brown] = await manager
      .get<{ data: { id: string }[] }>('/offerings?q=коричневый')
      .then(({ data }) => data)
    const set = await manager.post<Deal>(`/deals/${dealId}/set-lines`, {
      lines: [{ offeringId: brown?.id, quantity: '20', discountPercent: '10' }],
    })
    expect(set.lines).toMatchObject([{ offeringId: brown?.id, quantity: '20', free: '40' }])
    offer = await manager.post<Paper>('/offers', { dealId })
    expect(offer.totals.grossKopecks).toBe(20 * 489_000 * 0.9)
    offer = await manager.post<Paper>(`/offers/${offer.id}/submit`)
    expect(offer.status).toBe('awaiting_approval')
    expect((await manager.ask('POST', `/offers/${offer.id}/send`, { body: {} })).status).toBe(409)
    const approval = await approvalOf('head', offer.id)
    await (await world.as('head')).post(`/approvals/${approval.id}/approve`, {})
    offer = await waitFor<Paper>('manager', `/offers/${offer.id}`, ({ status }) => status === 'approved')
    expect(offer.number).toBeTruthy()
  })

  it('S-073 the offer leaves as a PDF in a letter and the client agrees', async () => {
    const manager = await world.as('manager')
    await manager.post(`/offers/${offer.id}/send`, {})
    const letter = await mail.received(({ to }) => to.includes('anna@chisty-dom.example'))
    expect(
      Buffer.from(letter.attachments[0]?.content ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(letter.attachments[0]?.name).toContain(offer.number)
    expect(letter.from).toContain('sales@venik-opt.example')
    offer = await waitFor<Paper>('manager', `/offers/${offer.id}`, ({ fileId }) => fileId !== null)
    const file = await fetch(`${world.url}/api/files/${offer.fileId}`, {
      headers: { cookie: manager.cookie },
    })
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await manager.post(`/offers/${offer.id}/accept`)
  })

  it('S-061 S-075 accepting makes the invoice by rule; the accountant approves and it gets its number', async () => {
    const manager = await world.as('manager')
    invoice = await world.until(async () => (await manager.list<Paper>('invoices', { dealId }))[0])
    expect(invoice).toMatchObject({ status: 'draft', number: null })
    await manager.post(`/invoices/${invoice.id}/submit`)
    const approval = await approvalOf('accountant', invoice.id)
    await (await world.as('accountant')).post(`/approvals/${approval.id}/approve`, {})
    invoice = await waitFor<Paper>('manager', `/invoices/${invoice.id}`, ({ fileId }) => fileId !== null)
    expect(invoice).toMatchObject({ status: 'issued', number: '1' })
  })

  it('S-076 S-183 the lawyer sends the contract back with a remark, then approves it', async () => {
    const manager = await world.as('manager')
    const lawyer = await world.as('lawyer')
    let contract = await manager.post<Paper & { remark: string }>('/contracts', { dealId })
    await manager.post(`/contracts/${contract.id}/submit`)
    const first = await approvalOf('lawyer', contract.id)
    expect((await lawyer.ask('POST', `/approvals/${first.id}/reject`, { body: {} })).status).toBe(400)
    await lawyer.post(`/approvals/${first.id}/reject`, { remark: 'Уточните срок поставки' })
    contract = await waitFor('manager', `/contracts/${contract.id}`, ({ status }) => status === 'draft')
    expect(contract.remark).toBe('Уточните срок поставки')
    await manager.post(`/contracts/${contract.id}/submit`)
    const second = await approvalOf('lawyer', contract.id)
    await lawyer.post(`/approvals/${second.id}/approve`, {})
    await waitFor<Paper>('manager', `/contracts/${contract.id}`, ({ status }) => status === 'approved')
    await manager.post(`/contracts/${contract.id}/sign`, {})
  })

  it('S-146 the accountant enters the money in two parts; full payment asks the warehouse by itself', async () => {
    const accountant = await world.as('accountant')
    const half = invoice.totals.grossKopecks / 2
    const pay = (documentNumber: string) =>
      accountant.post('/payments', {
        paidOn: new Date().toISOString().slice(0, 10),
        amountKopecks: half,
        payerInn: '7702070139',
        payerName: 'ООО «Чистый дом»',
        purpose: `Оплата по счету № ${invoice.number}`,
        documentNumber,
        invoiceId: invoice.id,
      })
    await pay('11')
    await waitFor<Paper>('manager', `/invoices/${invoice.id}`, ({ status }) => status === 'partly_paid')
    expect(await (await world.as('warehouse')).list('department-requests')).toEqual([])
    await pay('12')
    invoice = await waitFor<Paper>('manager', `/invoices/${invoice.id}`, ({ status }) => status === 'paid')
    request = await world.until(
      async () => (await (await world.as('warehouse')).list<Request>('department-requests'))[0],
    )
    expect(request.lines).toMatchObject([{ quantity: '20', shippedQuantity: '0' }])
  })

  it('S-184 S-082 the warehouse takes, picks, is short of two, ships in parts, and the manager sees it live', async () => {
    const warehouse = await world.as('warehouse')
    const verb = (name: string, body: unknown = {}) =>
      warehouse.post<Request>(`/department-requests/${request.id}/${name}`, body)
    const lineId = request.lines[0]?.id
    await verb('take')
    await verb('pick', { lines: [{ lineId, quantity: '18' }] })
    await verb('report-shortage', { lines: [{ lineId, quantity: '2' }] })
    await verb('ship', { lines: [{ lineId, quantity: '18' }] })
    const seen = await waitFor<Request>(
      'manager',
      `/department-requests/${request.id}`,
      ({ lines }) => lines[0]?.shippedQuantity === '18',
    )
    expect(seen.status).not.toBe('done')
    expect(
      (
        await warehouse.ask('POST', `/department-requests/${request.id}/ship`, {
          body: { lines: [{ lineId, quantity: '1' }] },
        })
      ).status,
    ).toBe(422)
    await verb('pick', { lines: [{ lineId, quantity: '2' }] })
    const done = await verb('ship')
    expect(done.status).toBe('done')
    expect(await warehouse.list('shipments')).toHaveLength(2)
  })

  it('S-155 S-051 the last shipment asks for a check call; the call made, the deal is won', async () => {
    const manager = await world.as('manager')
    const task = await world.until(async () =>
      (
        await manager.list<{ id: string; kind: string; status: string }>('tasks', { dealId, status: 'open' })
      ).find(({ kind }) => kind === 'check_call'),
    )
    await manager.post(`/tasks/${task.id}/done`, { result: 'Всё получили, довольны' })
    await waitFor<Deal>('manager', `/deals/${dealId}`, ({ status }) => status === 'won')
  })

  it('S-083 S-063 the path tells every step once and in order, by whom or by which rule', async () => {
    const manager = await world.as('manager')
    const events = await manager.list<{
      kind: string
      at: string
      actor: { type: string; name: string | null }
      data: { stage?: string }
    }>('process-events', { subject: `deal/${dealId}` })
    const stages = events
      .toReversed()
      .flatMap(({ kind, data }) => (kind === 'stage_entered' ? [data.stage] : []))
    expect(new Set(stages).size).toBe(stages.length)
    const path = await manager.get<{ nodes: { stage: string; state: string; kind: string }[] }>(
      `/deals/${dealId}/path`,
    )
    expect(path.nodes.find(({ kind }) => kind === 'won')?.state).toBe('now')
    expect(events.some(({ actor }) => actor.type === 'user' && actor.name === 'Лариса Лебедева')).toBe(true)
    expect(events.some(({ actor }) => actor.type === 'rule')).toBe(true)
  })

  it('S-084 S-184 D5 the warehouse saw no price on the way: no answer to it holds money', async () => {
    const warehouse = await world.as('warehouse')
    for (const path of [
      `/department-requests/${request.id}`,
      '/shipments',
      '/offerings',
      `/deals/${dealId}`,
    ]) {
      const { body } = await warehouse.ask('GET', path)
      expect(JSON.stringify(body)).not.toMatch(/Kopecks":\s*[1-9]/)
    }
  })

  it('P1 afterwards every effect stands once: numbers, letters, shipments, matches, stock', async () => {
    const count = async (table: string) =>
      Number((await world.sql<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)
    expect(await count('inquiry')).toBe(1)
    expect(await count('deal')).toBe(1)
    expect(await count('invoice')).toBe(1)
    expect(await count('department_request')).toBe(1)
    expect(await count('payment_match')).toBe(2)
    expect(await count('shipment')).toBe(2)
    expect(mail.letters.filter(({ to }) => to.includes('anna@chisty-dom.example')).length).toBe(
      await count('letter'),
    )
    const [shipped] = await world.sql<{ quantity: string }>(
      'select sum(quantity) as quantity from issued_goods',
    )
    expect(Number(shipped?.quantity)).toBe(20)
    expect(await count('outbox_message where sent_at is null')).toBe(0)
  })
})
