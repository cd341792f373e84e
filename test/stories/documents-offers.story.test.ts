import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocumentsWorld, brooms, type DocumentsWorld } from './documents-world.ts'

let world: DocumentsWorld
beforeAll(async () => {
  world = await aDocumentsWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = (...args: Parameters<DocumentsWorld['ask']>) => world.ask(...args)
const anOffer = async (discount = '0', of = 'manager') => {
  const dealId = await world.aDeal({ of, lines: brooms(discount) })
  const { body } = await ask(of, 'POST /offers', { body: { dealId } })
  return { dealId, id: String(body.id), body }
}
const told = async (dealId: string) =>
  (
    await world.sql<{ payload: { event: string } }>(
      `select payload from outbox_message where workflow_id = ? and kind = 'signal' order by id`,
      [`deal/${dealId}`],
    )
  ).map(({ payload }) => payload.event)

describe('an offer to a client', () => {
  it('F8 says what the deal’s lines say, and its totals are the sums of its lines', async () => {
    const { body } = await anOffer('5')
    expect(body).toMatchObject({ status: 'draft', number: null, revision: 1, maxDiscountPercent: '5' })
    const lines = body.lines as { grossKopecks: number; netKopecks: number; vatKopecks: number }[]
    const sum = (part: 'grossKopecks' | 'netKopecks' | 'vatKopecks') =>
      lines.reduce((total, line) => total + line[part], 0)
    expect(body.totals).toEqual({
      grossKopecks: sum('grossKopecks'),
      netKopecks: sum('netKopecks'),
      vatKopecks: sum('vatKopecks'),
    })
    expect(sum('grossKopecks')).toBe(11_020_000 + 59_850)
    expect(sum('netKopecks') + sum('vatKopecks')).toBe(sum('grossKopecks'))
  })

  it('within the author’s limit is approved at once and gets its number', async () => {
    const { id, dealId } = await anOffer('5')
    const { status, body } = await ask('manager', `POST /offers/${id}/submit`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'approved', approvalId: null })
    expect(body.number).toMatch(/^КП-\d+$/)
    expect(await told(dealId)).toEqual(['facts_changed', 'offer_approved'])
  })

  it('above the limit asks the head, above the head’s limit the director as well', async () => {
    const steps = async (discount: string, of = 'manager') => {
      const { id } = await anOffer(discount, of)
      const { body } = await ask(of, `POST /offers/${id}/submit`)
      expect(body).toMatchObject({ status: 'awaiting_approval', number: null })
      const [approval] = await world.sql<{ plan: { role: string }[]; waiting_seats: string[]; id: string }>(
        'select id, plan, waiting_seats from approval where subject_id = ?',
        [id],
      )
      expect(body.approvalId).toBe(approval?.id)
      const starts = await world.sql('select 1 from outbox_message where workflow_id = ?', [
        `approval/${approval?.id}`,
      ])
      expect(starts).toHaveLength(1)
      return { roles: approval?.plan.map(({ role }) => role), waits: approval?.waiting_seats }
    }
    expect(await steps('10')).toEqual({ roles: ['head'], waits: [world.people.get('head')?.id] })
    expect((await steps('20')).roles).toEqual(['head', 'director'])
    // A head never approves his own.
    expect((await steps('20', 'head')).roles).toEqual(['director'])
  })

  it('a second submission is refused and asks nobody again', async () => {
    const { id } = await anOffer('10')
    await ask('manager', `POST /offers/${id}/submit`)
    const again = await ask('manager', `POST /offers/${id}/submit`)
    expect(again).toMatchObject({ status: 409, body: { code: 'OfferMoveNotAllowed' } })
    expect(again.body.detail).toContain('на согласовании')
    expect(await world.sql('select 1 from approval where subject_id = ?', [id])).toHaveLength(1)
  })

  it('a repeat with the same Idempotency-Key answers the first answer', async () => {
    const dealId = await world.aDeal()
    const first = await ask('manager', 'POST /offers', { body: { dealId }, key: 'one' })
    const second = await ask('manager', 'POST /offers', { body: { dealId }, key: 'one' })
    expect(second).toEqual(first)
    expect(await world.sql('select 1 from offer where deal_id = ?', [dealId])).toHaveLength(1)
  })

  it('an empty deal has nothing to offer', async () => {
    const dealId = await world.aDeal({ lines: [] })
    expect(await ask('manager', 'POST /offers', { body: { dealId } })).toMatchObject({
      status: 422,
      body: { code: 'NoLines' },
    })
  })

  it('a draft is changed by who saw its last version, and keeps the deal’s newer lines as a new revision', async () => {
    const { id, body } = await anOffer()
    const change = { body: { refreshLines: true } }
    expect(await ask('manager', `PATCH /offers/${id}`, change)).toMatchObject({ status: 428 })
    const fresh = await ask('manager', `PATCH /offers/${id}`, { ...change, version: Number(body.version) })
    expect(fresh).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(
      await ask('manager', `PATCH /offers/${id}`, { ...change, version: Number(body.version) }),
    ).toMatchObject({ status: 412, body: { params: { expected: body.version } } })
    await ask('manager', `POST /offers/${id}/submit`)
    const [row] = await world.sql<{ version: number }>('select version from offer where id = ?', [id])
    expect(
      await ask('manager', `PATCH /offers/${id}`, { ...change, version: row?.version ?? 0 }),
    ).toMatchObject({ status: 409, body: { code: 'OfferNotDraft' } })
  })

  it('another manager’s client has no offers: absent by id, in lists and for commands', async () => {
    const { id, dealId } = await anOffer()
    expect((await ask('manager2', `GET /offers/${id}`)).status).toBe(404)
    expect((await ask('manager2', `POST /offers/${id}/submit`)).status).toBe(404)
    expect((await ask('manager2', 'POST /offers', { body: { dealId } })).status).toBe(404)
    const filter = encodeURIComponent(JSON.stringify({ id: [id] }))
    expect((await ask('manager2', `GET /offers?filter=${filter}`)).body).toMatchObject({ data: [], total: 0 })
    expect((await ask('manager', `GET /offers?filter=${filter}`)).body.total).toBe(1)
    expect((await ask('head', `GET /offers/${id}`)).body).toMatchObject({ can: { submit: true } })
  })

  it('is mailed once approved: the letter waits for its process, the deal hears of it', async () => {
    const { id, dealId } = await anOffer()
    expect(await ask('manager', `POST /offers/${id}/send`, { body: {} })).toMatchObject({
      status: 409,
      body: { code: 'OfferNotApproved' },
    })
    await ask('manager', `POST /offers/${id}/submit`)
    const sent = await ask('manager', `POST /offers/${id}/send`, { body: {}, key: 'send' })
    expect(sent.body).toMatchObject({ status: 'sent', can: { accept: true } })
    expect(await ask('manager', `POST /offers/${id}/send`, { body: {}, key: 'send' })).toEqual(sent)
    const letters = await world.sql<{ id: string }>('select * from letter where deal_id = ?', [dealId])
    expect(letters).toMatchObject([{ to_address: 'client@example.com', status: 'waiting' }])
    const [start] = await world.sql<{ payload: unknown }>(
      'select payload from outbox_message where workflow_id = ?',
      [`letter/${letters[0]?.id}`],
    )
    expect(start?.payload).toEqual({
      letterId: letters[0]?.id,
      paper: { subject: 'offer', id },
      by: world.people.get('manager')?.id,
    })
    expect((await told(dealId)).at(-1)).toBe('offer_sent')
  })

  it('without an address nothing is sent and the offer stays approved', async () => {
    const dealId = await world.aDeal({ email: '' })
    const { body } = await ask('manager', 'POST /offers', { body: { dealId } })
    await ask('manager', `POST /offers/${body.id}/submit`)
    expect(await ask('manager', `POST /offers/${body.id}/send`, { body: {} })).toMatchObject({
      status: 422,
      body: { code: 'NoMailAddress' },
    })
    expect((await ask('manager', `GET /offers/${body.id}`)).body.status).toBe('approved')
  })

  it('is accepted once, and then no longer declined', async () => {
    const { id, dealId } = await anOffer()
    await ask('manager', `POST /offers/${id}/submit`)
    expect((await ask('manager', `POST /offers/${id}/accept`)).body).toMatchObject({ status: 'accepted' })
    expect((await ask('manager', `POST /offers/${id}/decline`)).status).toBe(409)
    expect((await told(dealId)).at(-1)).toBe('offer_accepted')
  })

  it('is printed on request, and the same offer is one file however often', async () => {
    const { id } = await anOffer()
    const first = await ask('manager', `POST /offers/${id}/render`)
    expect(first.body.fileId).toEqual(expect.any(String))
    expect((await ask('manager', `POST /offers/${id}/render`)).body.fileId).toBe(first.body.fileId)
    expect(first.body.version).toBe(1)
    const [file] = await world.sql('select name, subject_type, size_bytes > 0 as full from stored_file')
    expect(file).toEqual({
      name: 'Коммерческое предложение (черновик) ООО «Ромашка».pdf',
      subject_type: 'offer',
      full: true,
    })
    const page = await ask('manager', `GET /offers/${id}/preview`)
    expect(page.body.html).toContain('Веник электрический')
  })
})
