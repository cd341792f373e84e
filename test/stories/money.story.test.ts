import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInvoiceActivities } from '#activities/money/create-invoice-activities.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { aDeal } from './a-deal.ts'
import { type Invoice, type Payment, paying } from './paying.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world?.[Symbol.asyncDispose]())

const { today, anIssuedInvoice, invoiceWhen, enter, match, sums, whileHeld } = paying(() => world)

describe('money on invoices', () => {
  it('S-146 S-182 in two parts: partly paid, then paid; the deal hears of both, the manager in his bell', async () => {
    const { invoice, dealId } = await anIssuedInvoice()
    expect(invoice.totals.grossKopecks).toBe(380_000)
    const first = await enter(100_000, { purpose: `По счёту № ${invoice.number}` })
    expect(first).toMatchObject({ status: 'unmatched', can: { match: true, unmatch: false } })
    expect(first.suggestions[0]).toMatchObject({
      invoiceId: invoice.id,
      restKopecks: 380_000,
      why: expect.stringContaining('номер счёта в назначении'),
    })
    expect((await match(first.id, { invoiceId: invoice.id })).body).toMatchObject({
      status: 'matched',
      matched: [{ invoiceId: invoice.id, number: invoice.number, amountKopecks: 100_000 }],
    })
    expect(await invoiceWhen(invoice.id, ({ status }) => status === 'partly_paid')).toMatchObject({
      paidKopecks: 100_000,
    })
    const rest = await enter(500_000, { invoiceId: invoice.id })
    expect(rest).toMatchObject({ status: 'partly', matchedKopecks: 280_000 })
    await invoiceWhen(invoice.id, ({ status }) => status === 'paid')
    const told = await world.until(async () => {
      const lines = await world.sql<{ payload: { event: string; data: object; facts: object } }>(
        'select payload from outbox_message where workflow_id = ? and name = ? order by id',
        [`deal/${dealId}`, 'dealHappened'],
      )
      const money = lines.map(({ payload }) => payload).filter(({ event }) => /paid/.test(event))
      return money.length === 2 ? money : null
    })
    expect(told).toMatchObject([
      { event: 'invoice_partly_paid', facts: { paidKopecks: '100000', fullyPaid: false } },
      { event: 'invoice_paid', data: { number: invoice.number }, facts: { fullyPaid: true } },
    ])
    const manager = await world.as('manager')
    await world.until(async () => {
      const bell = await manager.list<{ title: string }>('notifications')
      return bell.some(({ title }) => title === `Счёт ${invoice.number} оплачен полностью`)
    })
  })

  it('F8 however many match at once, neither the payments nor the invoice are overdrawn', async () => {
    const { invoice } = await anIssuedInvoice()
    const [one, other] = [await enter(300_000), await enter(300_000)]
    const answers = await Promise.all(
      [one, other, one, other].map(({ id }) => match(id, { invoiceId: invoice.id, amountKopecks: 250_000 })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422])
    expect(await sums(invoice.id)).toMatchObject([{ paid: '250000', matched: '250000' }])
    const filled = await Promise.all([one, other].map(({ id }) => match(id, { invoiceId: invoice.id })))
    expect(filled.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(await sums(invoice.id)).toMatchObject([{ paid: '380000', matched: '380000' }])
    await invoiceWhen(invoice.id, ({ status }) => status === 'paid')
  })

  it('A2 the same match repeated under its key is one match; the same key for another sum is refused', async () => {
    const { invoice } = await anIssuedInvoice()
    const payment = await enter(380_000)
    const body = { invoiceId: invoice.id, amountKopecks: 1_000 }
    const both = await Promise.all([match(payment.id, body, 'once'), match(payment.id, body, 'once')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body).toEqual(both[1]?.body)
    expect((await match(payment.id, { ...body, amountKopecks: 2_000 }, 'once')).status).toBe(422)
    expect(await sums(invoice.id)).toMatchObject([{ paid: '1000', matched: '1000' }])
  })

  it('D3 more than what is left is refused with what may be, and nothing changes', async () => {
    const { invoice } = await anIssuedInvoice()
    const payment = await enter(400_000)
    const refused = await match(payment.id, { invoiceId: invoice.id, amountKopecks: 380_001 })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'PaymentExceeds', detail: 'Сумма больше остатка: можно до 3\u00a0800,00\u00a0₽.' },
    })
    const draft = await (await world.as('manager')).post<Invoice>('/invoices', {
      dealId: (await aDeal(world)).dealId,
    })
    expect((await match(payment.id, { invoiceId: draft.id })).body.code).toBe('NotFound')
    await (await world.as('manager')).post(`/invoices/${draft.id}/submit`)
    expect((await match(payment.id, { invoiceId: draft.id })).body.code).toBe('InvoiceMoveNotAllowed')
    expect(await sums(invoice.id)).toMatchObject([{ paid: '0', matched: '0' }])
    expect(await (await world.as('accountant')).get<Payment>(`/payments/${payment.id}`)).toMatchObject({
      status: 'unmatched',
      matchedKopecks: 0,
    })
  })

  it('S-174 a payment is taken off a wrong invoice again and laid on the right one', async () => {
    const { invoice: wrong } = await anIssuedInvoice()
    const { invoice: right } = await anIssuedInvoice()
    const payment = await enter(200_000, { invoiceId: wrong.id })
    await invoiceWhen(wrong.id, ({ status }) => status === 'partly_paid')
    const accountant = await world.as('accountant')
    const off = await accountant.post<Payment>(`/payments/${payment.id}/unmatch`, { invoiceId: wrong.id })
    expect(off).toMatchObject({ status: 'unmatched', matched: [] })
    await invoiceWhen(wrong.id, ({ status, paidKopecks }) => status === 'issued' && paidKopecks === 0)
    const again = await accountant.ask('POST', `/payments/${payment.id}/unmatch`, {
      body: { invoiceId: wrong.id },
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'PaymentNotMatched' } })
    await match(payment.id, { invoiceId: right.id })
    await invoiceWhen(right.id, ({ status }) => status === 'partly_paid')
    const path = await world.sql<{ kind: string }>(
      'select kind from process_event where subject = ? order by seq',
      [`invoice/${wrong.id}`],
    )
    expect(path.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['invoice_issued', 'invoice_partly_paid', 'payment_unmatched']),
    )
  })

  it('S-146 P1 money and voiding at once: one of them is told that the other was first', async () => {
    const { invoice } = await anIssuedInvoice()
    const payment = await enter(100_000)
    const manager = await world.as('manager')
    const both = await whileHeld(invoice.id, [
      () => manager.ask('POST', `/invoices/${invoice.id}/void`, { body: { reason: 'Ошибка в цене' } }),
      () => match(payment.id, { invoiceId: invoice.id }),
    ])
    const [voided, matched] = await Promise.all(both)
    expect([voided?.status, matched?.status].toSorted()).toEqual([200, 409])
    const wanted =
      matched?.status === 200
        ? { refusal: voided?.body.code, code: 'InvoicePaid', status: 'partly_paid', paid: '100000' }
        : { refusal: matched?.body.code, code: 'InvoiceVoid', status: 'void', paid: '0' }
    expect(wanted.refusal).toBe(wanted.code)
    await invoiceWhen(invoice.id, ({ status }) => status === wanted.status)
    expect(await sums(invoice.id)).toMatchObject([{ paid: wanted.paid, matched: wanted.paid }])
  })

  it('S-146 a voided invoice takes no money from that moment on, and its process and its deal hear of it', async () => {
    const { invoice, dealId } = await anIssuedInvoice()
    const manager = await world.as('manager')
    const voided = await manager.post<Invoice>(`/invoices/${invoice.id}/void`, { reason: 'Ошибка в цене' })
    expect(voided).toMatchObject({ status: 'void', number: invoice.number, voidReason: 'Ошибка в цене' })
    const payment = await enter(100_000)
    expect((await match(payment.id, { invoiceId: invoice.id })).body.code).toBe('InvoiceVoid')
    const again = await manager.ask('POST', `/invoices/${invoice.id}/void`, { body: { reason: 'Ещё раз' } })
    expect(again).toMatchObject({ status: 409, body: { code: 'InvoiceVoid' } })
    const heardOf = () =>
      world.sql<{ actor: string | null; told: string }>(
        `select e.actor_name as actor, (select count(*) from outbox_message o
           where o.workflow_id = ? and o.payload ->> 'event' = 'invoice_voided') as told
         from process_event e where e.subject = ? and e.kind = 'invoice_voided'`,
        [`deal/${dealId}`, `invoice/${invoice.id}`],
      )
    let heard = await heardOf()
    // No record changes by it any more, so that no bell says when.
    while (!Number(heard[0]?.told)) heard = await heardOf()
    expect(heard).toEqual([{ actor: 'Василий Кузнецов', told: '1' }])
    expect(await (await world.as('manager')).get<Invoice>(`/invoices/${invoice.id}`)).toMatchObject({
      status: 'void',
      voidReason: 'Ошибка в цене',
    })
  })

  it('S-146 an invoice paid in full keeps its money: the shipment is on its way', async () => {
    const { invoice } = await anIssuedInvoice()
    const payment = await enter(380_000, { invoiceId: invoice.id })
    const off = await (await world.as('accountant')).ask('POST', `/payments/${payment.id}/unmatch`, {
      body: { invoiceId: invoice.id },
    })
    expect(off).toMatchObject({ status: 409, body: { code: 'PaidInvoiceStays' } })
    expect(payment.can).toEqual({ match: false, unmatch: false })
    expect(payment.can).toEqual({ match: false, unmatch: false })
    expect(await sums(invoice.id)).toMatchObject([{ paid: '380000', matched: '380000' }])
  })

  it('S-147 what is owed past its day is a debt with its rest; each manager sees the own clients’ only', async () => {
    const { invoice } = await anIssuedInvoice()
    await enter(80_000, { invoiceId: invoice.id })
    await world.sql(`update invoice set due_date = current_date - 3 where id = ?`, [invoice.id])
    const debts = (login: string) => world.as(login).then(person => person.list<{ id: string }>('debts'))
    const [debt] = (await debts('accountant')).filter(({ id }) => id === invoice.id)
    expect(debt).toMatchObject({
      restKopecks: 300_000,
      daysOver: expect.any(Number),
      companyName: 'ООО «Чистый дом»',
    })
    expect((await debts('manager')).map(({ id }) => id)).toContain(invoice.id)
    expect(await debts('manager2')).toEqual([])
  })

  it('S-146 an invoice near its term rings for its author, one past it for the head as well; each once', async () => {
    const { invoice } = await anIssuedInvoice()
    const { orm, clock, ids, papers } = world.server.world
    const deeds = createInvoiceActivities({ fork: () => forkSystem(orm), clock, ids, papers, mail: null })
    const remind = (kind: 'soon' | 'overdue') =>
      deeds.remindInvoice({
        invoiceId: invoice.id,
        kind,
        dueAt: 0,
        key: `invoice/${invoice.id}/remind/${kind}`,
      })
    await remind('soon')
    await Promise.all([remind('overdue'), remind('overdue')])
    const rings = await world.sql<{ login: string; title: string }>(
      `select u.login, n.title from notification n join app_user u on u.id = n.user_id
       where n.subject_id = ? and n.title ilike '%срок оплаты%'
       order by n.created_at, u.login`,
      [invoice.id],
    )
    expect(rings.map(({ login }) => login).toSorted()).toEqual(['head', 'manager', 'manager'])
  })

  it('D1 D5 payments are the accountants’: others get no list, no record and change nothing', async () => {
    const { invoice } = await anIssuedInvoice()
    const payment = await enter(1_000)
    for (const login of ['manager', 'manager2', 'lawyer', 'warehouse', 'marketer', 'head']) {
      const person = await world.as(login)
      expect((await person.ask('GET', '/payments')).status).toBe(403)
      expect((await person.ask('GET', `/payments/${payment.id}`)).status).toBe(403)
      const body = { invoiceId: invoice.id }
      expect((await person.ask('POST', `/payments/${payment.id}/match`, { body })).status).toBe(403)
    }
    expect(
      (
        await (
          await world.as('director')
        ).ask('POST', `/payments/${payment.id}/match`, { body: { invoiceId: invoice.id } })
      ).status,
    ).toBe(403)
    expect(await sums(invoice.id)).toMatchObject([{ paid: '0', matched: '0' }])
  })

  it('bad money is refused with the field: nothing, below zero, a fraction, a day to come, an unknown field', async () => {
    const accountant = await world.as('accountant')
    const good = { paidOn: today(), amountKopecks: 1, purpose: 'x' }
    const count = () => world.sql('select count(*) as n from payment')
    const before = await count()
    for (const bad of [
      { ...good, amountKopecks: 0 },
      { ...good, amountKopecks: -5 },
      { ...good, amountKopecks: 1.5 },
      { ...good, amountKopecks: '100' },
      { ...good, paidOn: '31.12.2026' },
      { ...good, status: 'matched' },
    ]) {
      const { status, body } = await accountant.ask('POST', '/payments', { body: bad })
      expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path: expect.any(String) })]])
    }
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect((await accountant.ask('POST', '/payments', { body: { ...good, paidOn: tomorrow } })).status).toBe(
      422,
    )
    expect(await count()).toEqual(before)
  })
})
