import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concludeSubject } from '#activities/documents/conclude-subject.ts'
import { storePaper } from '#activities/documents/store-paper.ts'
import { roleSeats } from '#domain/access/seats.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'
import { deciding } from './deciding.ts'
import { aDocumentsWorld, brooms, type DocumentsWorld } from './documents-world.ts'

let world: DocumentsWorld
/** What is told before each print, and waited for. */
let beforePrint: () => Promise<unknown> = async () => undefined
const printer = fakePapers()
const papers: Papers = {
  ...printer,
  async render(paper) {
    await beforePrint()
    return printer.render(paper)
  },
}
beforeAll(async () => {
  // A Thursday before the long holidays: five working days on are in January.
  world = await aDocumentsWorld({ papers, clock: { now: () => new Date('2025-12-25T09:00:00Z') } })
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = (...args: Parameters<DocumentsWorld['ask']>) => world.ask(...args)
const anInvoice = async (lines = brooms()) => {
  const dealId = await world.aDeal({ lines })
  const { body, status } = await ask('manager', 'POST /invoices', { body: { dealId } })
  return { dealId, id: String(body.id), body, status }
}
const large = [{ name: 'Станок', unit: 'шт', quantity: '1', priceKopecks: 50_000_001 }]
const { conclude, rolesAsked, lastTold } = deciding(() => world)

describe('an invoice', () => {
  it('is drafted of the accepted offer without a number, and asks the accountant', async () => {
    const dealId = await world.aDeal({ lines: brooms('5') })
    const offer = await ask('manager', 'POST /offers', { body: { dealId } })
    expect(
      await ask('manager', 'POST /invoices', { body: { dealId, offerId: offer.body.id } }),
    ).toMatchObject({ status: 409, body: { code: 'OfferNotApproved' } })
    await ask('manager', `POST /offers/${offer.body.id}/submit`)
    await ask('manager', `POST /offers/${offer.body.id}/accept`)
    const { body } = await ask('manager', 'POST /invoices', { body: { dealId } })
    expect(body).toMatchObject({
      status: 'draft',
      number: null,
      offerId: offer.body.id,
      totals: offer.body.totals,
    })
    const submitted = await ask('manager', `POST /invoices/${body.id}/submit`)
    expect(submitted.body).toMatchObject({ status: 'awaiting_approval', can: { submit: false, void: false } })
    expect(await rolesAsked(String(body.id))).toEqual(['accountant'])
    expect((await ask('manager', `POST /invoices/${body.id}/submit`)).status).toBe(409)
  })

  it('above the company’s sum asks the director as well', async () => {
    const { id } = await anInvoice(large)
    await ask('manager', `POST /invoices/${id}/submit`)
    expect(await rolesAsked(id)).toEqual(['accountant', 'director'])
  })

  it('DR-31 is issued by its approval: number, term over the holidays, its process, the deal told', async () => {
    const { id, dealId } = await anInvoice()
    await ask('manager', `POST /invoices/${id}/submit`)
    await conclude('invoice', id, 'approved')
    const { body } = await ask('manager', `GET /invoices/${id}`)
    expect(body).toMatchObject({ status: 'issued', dueDate: '2026-01-13' })
    expect(body.number).toMatch(/^\d+$/)
    expect(
      await world.sql('select 1 from outbox_message where workflow_id = ?', [`invoice/${id}`]),
    ).toHaveLength(1)
    expect(await lastTold(dealId)).toMatchObject({
      event: 'invoice_issued',
      data: { invoiceId: id, number: body.number },
      facts: { invoiceStatus: 'issued' },
    })
    // The end of the approval told twice changes nothing.
    await conclude('invoice', id, 'rejected')
    expect((await ask('manager', `GET /invoices/${id}`)).body).toEqual(body)
  })

  it('DR-01 F8 of December shows January’s rate for what ships in January, and says so', async () => {
    const dealId = await world.aDeal()
    await world.sql(`update deal_line set delivery_on = '2026-01-20' where deal_id = ? and position = 0`, [
      dealId,
    ])
    const { body } = await ask('manager', 'POST /invoices', { body: { dealId } })
    expect(body).toMatchObject({
      lines: [
        { vatRate: 'VAT22', grossKopecks: 11_600_000, vatKopecks: 2_091_803 },
        { vatRate: 'VAT20', grossKopecks: 59_850, vatKopecks: 9_975 },
      ],
      totals: { grossKopecks: 11_659_850, vatKopecks: 2_101_778, netKopecks: 9_558_072 },
    })
    const page = await ask('manager', `GET /invoices/${body.id}/preview`)
    expect(page.body.html).toContain('Ставка НДС указана по дате отгрузки')
  })

  it('rejected is a draft again without a number, and its author reads why', async () => {
    const { id, dealId } = await anInvoice()
    await ask('manager', `POST /invoices/${id}/submit`)
    await conclude('invoice', id, 'rejected', 'Нет договора')
    expect((await ask('manager', `GET /invoices/${id}`)).body).toMatchObject({
      status: 'draft',
      number: null,
    })
    expect(await lastTold(dealId)).toMatchObject({ event: 'invoice_rejected' })
    expect(await world.sql('select user_id, title from notification where subject_id = ?', [id])).toEqual([
      { user_id: world.people.get('manager')?.id, title: 'Счёт: отклонено. Нет договора' },
    ])
  })

  it('is issued by the accountant alone up to the company’s sum, and by no manager', async () => {
    const small = await anInvoice()
    const big = await anInvoice(large)
    const toAccountant = (id: string) =>
      world.sql('update invoice set seat_id = ? where id = ?', [roleSeats.accountant, id])
    await toAccountant(small.id)
    await toAccountant(big.id)
    expect((await ask('manager', `POST /invoices/${small.id}/issue`)).status).toBe(403)
    expect(await ask('accountant', `POST /invoices/${big.id}/issue`)).toMatchObject({
      status: 409,
      body: { code: 'ApprovalNeeded' },
    })
    const issued = await ask('accountant', `POST /invoices/${small.id}/issue`, { key: 'issue' })
    expect(issued).toMatchObject({ status: 200, body: { status: 'issued' } })
    expect(await ask('accountant', `POST /invoices/${small.id}/issue`, { key: 'issue' })).toEqual(issued)
    expect((await ask('accountant', `POST /invoices/${small.id}/issue`)).body.code).toBe('InvoiceNotDraft')
  })

  it('F9 a repeated deed and ten writers at once leave no gap and no pair in the numbers', async () => {
    const [before] = await world.sql<{ last: number }>(
      `select coalesce(max(last_number), 0) as last from number_series where id = 'invoice/2025'`,
    )
    const each = 20
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let at = 0; at < each; at++) {
          const { id } = await anInvoice()
          await ask('manager', `POST /invoices/${id}/submit`)
          // Every fifth approval is undone before it is kept: its number goes to the next one.
          if (at % 5 === 0)
            await world
              .em()
              .transactional(async em => {
                await concludeSubject(em, world.deeds, {
                  ...{ subject: { type: 'invoice', id }, verdict: 'approved', by: null, remark: null },
                  at: world.deeds.clock.now().getTime(),
                })
                throw new Error('the worker died')
              })
              .catch(() => undefined)
          await conclude('invoice', id, 'approved')
        }
      }),
    )
    const rows = await world.sql<{ number: string }>('select number from invoice where number is not null')
    const numbers = rows.map(({ number }) => Number(number)).sort((a, b) => a - b)
    expect(numbers).toHaveLength(Number(before?.last) + 10 * each)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  }, 120_000)

  it('A6 more submit at once than the base has connections, and each gets through', async () => {
    const drafts = []
    for (let at = 0; at < 24; at++) drafts.push(await anInvoice())
    const answers = await Promise.all(drafts.map(({ id }) => ask('manager', `POST /invoices/${id}/submit`)))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  })

  it('numbers begin again with the year, and last year’s stay', async () => {
    const { id } = await anInvoice()
    await ask('manager', `POST /invoices/${id}/submit`)
    await world.em().transactional(em =>
      concludeSubject(em, world.deeds, {
        ...{ subject: { type: 'invoice', id }, verdict: 'approved', by: null, remark: null },
        // Half past midnight of the new year in Moscow, still the old one in UTC.
        at: Date.parse('2025-12-31T21:30:00Z'),
      }),
    )
    const [row] = await world.sql('select number, issued_on::text from invoice where id = ?', [id])
    expect(row).toEqual({ number: '1', issued_on: '2026-01-01' })
  })

  it('a draft is voided with its reason, once', async () => {
    const { id, dealId } = await anInvoice()
    const voided = await ask('manager', `POST /invoices/${id}/void`, { body: { reason: 'Ошибка в цене' } })
    expect(voided.body).toMatchObject({ status: 'void', number: null, voidReason: 'Ошибка в цене' })
    expect(await lastTold(dealId)).toMatchObject({ event: 'invoice_voided' })
    expect(await ask('manager', `POST /invoices/${id}/void`, { body: { reason: 'Ещё раз' } })).toMatchObject({
      status: 409,
      body: { code: 'InvoiceVoid' },
    })
    expect((await ask('manager', `POST /invoices/${id}/void`, { body: { reason: '' } })).status).toBe(400)
  })

  it('the warehouse sees no sums, another manager sees nothing', async () => {
    const { id, dealId } = await anInvoice()
    await world.sql(
      `insert into participation (id, seat_id, company_id, because, subject_type, subject_id, opened_at)
       select gen_random_uuid(), ?, company_id, 'request', 'deal', id, now() from deal where id = ?`,
      [roleSeats.warehouse, dealId],
    )
    const { body } = await ask('warehouse', `GET /invoices/${id}`)
    expect(body).toMatchObject({ totals: null, paidKopecks: null, can: { submit: false, void: false } })
    expect(JSON.stringify(body.lines)).not.toMatch(/58\d{4}|1160\d+/)
    expect((await ask('warehouse', `GET /invoices/${id}/preview`)).status).toBe(403)
    expect((await ask('manager2', `GET /invoices/${id}`)).status).toBe(404)
    expect((await ask('manager2', `POST /invoices/${id}/void`, { body: { reason: 'x' } })).status).toBe(404)
  })

  it('is printed once under its key, with the sum of its lines and its QR', async () => {
    const { id } = await anInvoice()
    await ask('manager', `POST /invoices/${id}/submit`)
    const draft = await storePaper(world.deeds, { subject: 'invoice', id, key: 'draft' })
    await conclude('invoice', id, 'approved')
    expect((await ask('manager', `GET /invoices/${id}`)).body.fileId).toBeNull()
    const first = await storePaper(world.deeds, { subject: 'invoice', id, key: `invoice/${id}/render` })
    expect(await storePaper(world.deeds, { subject: 'invoice', id, key: `invoice/${id}/render` })).toEqual(
      first,
    )
    expect(first.fileId).not.toBe(draft.fileId)
    const [file] = await world.sql<{
      name: string
      data: { paymentQr: string; totals: { grossKopecks: string } }
    }>('select name, data from stored_file where id = ?', [first.fileId])
    const { body } = await ask('manager', `GET /invoices/${id}`)
    expect(body.fileId).toBe(first.fileId)
    expect(file?.name).toBe(`Счёт № ${body.number} от 25.12.2025.pdf`)
    const gross = (body.totals as { grossKopecks: number }).grossKopecks
    expect(file?.data.totals.grossKopecks).toBe(String(gross))
    expect(file?.data.paymentQr).toContain(`|Sum=${gross}|`)
  })
})

describe('a print on its way', () => {
  it('F9 a print begun of the draft that ends after the number was given is not the paper any more', async () => {
    const dealId = await world.aDeal()
    const id = String((await ask('manager', 'POST /contracts', { body: { dealId } })).body.id)
    await ask('manager', `POST /contracts/${id}/submit`)
    beforePrint = () => conclude('contract', id, 'approved')
    const printed = await ask('manager', `POST /contracts/${id}/render`)
    beforePrint = async () => undefined
    expect(printed.body).toMatchObject({ number: expect.any(String), fileId: null })
  })
})
