import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOfferActivities } from '#activities/documents/create-offer-activities.ts'
import { createPaperActivities } from '#activities/documents/create-paper-activities.ts'
import { createLetterActivities } from '#activities/engagement/create-letter-activities.ts'
import type { ActivityWorld } from '#activities/shared/world.ts'
import { fakeMail } from '#integrations/mail/fake/fake-mail.ts'
import type { Letter } from '#integrations/mail/mail.port.ts'
import { fakePapers } from '#integrations/papers/fake/fake-papers.ts'
import { PaperDataInvalid } from '#integrations/papers/papers.port.ts'
import { workflowBundle } from '#test/harness/servers.ts'
import { aTimeSkippingEngine, type TimeSkippingEngine } from '#test/harness/time-skipping.ts'
import { aDocumentsWorld, type DocumentsWorld } from './documents-world.ts'

let engine: TimeSkippingEngine
let world: DocumentsWorld
beforeAll(async () => {
  engine = await aTimeSkippingEngine()
  world = await aDocumentsWorld()
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await engine?.[Symbol.asyncDispose]()
})

const ask = (...args: Parameters<DocumentsWorld['ask']>) => world.ask(...args)
interface Start {
  name: string
  workflow_id: string
  payload: unknown
}

/** The approved offer sent by its author, and what the outbox would start. */
async function aSentOffer(): Promise<{ dealId: string; offerId: string; start: Start; letterId: string }> {
  const dealId = await world.aDeal()
  const { body } = await ask('manager', 'POST /offers', { body: { dealId } })
  await ask('manager', `POST /offers/${body.id}/submit`)
  await ask('manager', `POST /offers/${body.id}/send`, { body: {} })
  const [letter] = await world.sql<{ id: string }>('select id from letter where deal_id = ?', [dealId])
  const [start] = await world.sql<Start>('select * from outbox_message where workflow_id = ?', [
    `letter/${letter?.id}`,
  ])
  if (!letter || !start) throw new Error('the letter was not written')
  return { dealId, offerId: String(body.id), start, letterId: letter.id }
}

/** Runs the story while workers of both queues poll. Nothing is cached: every task replays, as after a crash. */
async function withWorkers<T>(deeds: Partial<ActivityWorld>, story: () => Promise<T>): Promise<T> {
  const all = { ...world.deeds, ...deeds }
  const activities = {
    ...createLetterActivities(all),
    ...createPaperActivities(all),
    ...createOfferActivities(all),
  }
  const settings = { connection: engine.connection, activities }
  const core = await Worker.create({
    ...settings,
    ...{ taskQueue: 'core', workflowBundle: workflowBundle(), maxCachedWorkflows: 0 },
  })
  const render = await Worker.create({ ...settings, taskQueue: 'render' })
  return core.runUntil(render.runUntil(story))
}
const begin = ({ name, workflow_id, payload }: Start) =>
  engine.client.workflow.start(name, { workflowId: workflow_id, taskQueue: 'core', args: [payload] })
const letterOf = async (id: string) => (await world.sql('select * from letter where id = ?', [id]))[0]
const told = async (dealId: string) =>
  (
    await world.sql<{ payload: { event: string } }>(
      `select payload from outbox_message where workflow_id = ? and kind = 'signal' order by id`,
      [`deal/${dealId}`],
    )
  ).map(({ payload }) => payload.event)

describe('a letter with a paper', () => {
  it('leaves with the printed offer, is kept as a contact, answers the client, and the deal hears of it', async () => {
    const box = new Map<string, Letter>()
    const { dealId, offerId, start, letterId } = await aSentOffer()
    await withWorkers({ mail: fakeMail({ box }) }, async () => {
      expect(await (await begin(start)).result()).toEqual({ status: 'sent' })
    })
    const offer = (await ask('manager', `GET /offers/${offerId}`)).body
    const [[messageId, sent] = []] = [...box]
    expect(box.size).toBe(1)
    expect(sent).toMatchObject({
      to: 'client@example.com',
      attachments: [{ name: expect.stringContaining(String(offer.number)), contentType: 'application/pdf' }],
    })
    expect(offer.fileId).toEqual(expect.any(String))
    expect(await letterOf(letterId)).toMatchObject({
      ...{ status: 'sent', message_id: messageId, problem: null, file_ids: [offer.fileId] },
    })
    expect(
      await world.sql('select kind, direction, author_id from interaction where deal_id = ?', [dealId]),
    ).toEqual([{ kind: 'letter', direction: 'out', author_id: world.people.get('manager')?.id }])
    expect((await told(dealId)).slice(-3)).toEqual(['offer_sent', 'first_answer', 'interaction_logged'])
    expect(await world.sql('select kind, actor_name from process_event where deal_id = ?', [dealId])).toEqual(
      [{ kind: 'letter_sent', actor_name: 'Василий Кузнецов' }],
    )
  })

  it('waits while mail is away, saying so, and leaves once when it is back', async () => {
    const box = new Map<string, Letter>()
    let away = true
    const { start, letterId } = await aSentOffer()
    await withWorkers({ mail: fakeMail({ box, isAway: () => away }) }, async () => {
      const handle = await begin(start)
      await engine.sleep('3 hours')
      expect(await letterOf(letterId)).toMatchObject({
        ...{ status: 'waiting', problem: expect.stringContaining('Почта недоступна') },
      })
      away = false
      await engine.sleep('15 minutes')
      expect(await handle.result()).toEqual({ status: 'sent' })
    })
    expect(await letterOf(letterId)).toMatchObject({ status: 'sent', problem: null })
    expect(box.size).toBe(1)
  })

  it('that the address refuses is told to its sender in words', async () => {
    const { start, letterId, dealId } = await aSentOffer()
    await withWorkers({ mail: fakeMail({ refuses: ['client@example.com'] }) }, async () => {
      expect(await (await begin(start)).result()).toEqual({ status: 'refused' })
    })
    expect(await letterOf(letterId)).toMatchObject({
      ...{ status: 'refused', problem: 'Адрес не принимает почту: client@example.com.' },
    })
    expect(await world.sql('select user_id from notification where subject_id = ?', [letterId])).toEqual([
      { user_id: world.people.get('manager')?.id },
    ])
    expect(await world.sql('select 1 from interaction where deal_id = ?', [dealId])).toEqual([])
  })

  it('is kept to be read where no mail is set', async () => {
    const { start, letterId, dealId } = await aSentOffer()
    await withWorkers({ mail: null }, async () => {
      expect(await (await begin(start)).result()).toEqual({ status: 'kept' })
    })
    expect(await letterOf(letterId)).toMatchObject({ status: 'kept', message_id: null })
    expect(await told(dealId)).not.toContain('first_answer')
  })

  it('whose deeds are repeated after a crash is written once', async () => {
    const { start, letterId, dealId } = await aSentOffer()
    const deeds = createLetterActivities({ ...world.deeds, mail: fakeMail() })
    const paper = (start.payload as { paper: { subject: 'offer'; id: string } }).paper
    const twice = async (deed: () => Promise<unknown>) =>
      expect((await deed()) ?? null).toEqual((await deed()) ?? null)
    await twice(() => deeds.attachPaper({ letterId, paper, key: `letter/${letterId}/paper` }))
    await twice(() => deeds.sendLetter({ letterId, key: `letter/${letterId}/send` }))
    const record = {
      ...{ letterId, outcome: { status: 'sent', messageId: '<m@x>' } as const, by: null, withPaper: true },
      ...{ at: world.deeds.clock.now().getTime(), key: `letter/${letterId}/record` },
    }
    await twice(() => deeds.recordLetter(record))
    expect(await world.sql('select 1 from interaction where deal_id = ?', [dealId])).toHaveLength(1)
  })
})

describe('a paper that cannot be printed', () => {
  it('ends its letter and its print in words instead of waiting for ever', async () => {
    const { start, letterId, offerId } = await aSentOffer()
    const broken = {
      ...fakePapers(),
      render: () => Promise.reject(new PaperDataInvalid([{ path: 'lines', message: 'too many' }])),
    }
    const [print] = await world.sql<Start>('select * from outbox_message where workflow_id = ?', [
      `paper/offer/${offerId}/approved`,
    ])
    await withWorkers({ papers: broken, mail: fakeMail() }, async () => {
      expect(await (await begin(start)).result()).toEqual({ status: 'refused' })
      expect(await (await begin(print as Start)).result()).toEqual({ status: 'failed' })
    })
    expect((await letterOf(letterId))?.problem).toContain('не удалось напечатать')
    const [notice] = await world.sql('select title from notification where subject_id = ?', [offerId])
    expect(notice?.title).toContain('не удалось напечатать')
  })

  it('is waited for while the printer is away', async () => {
    const { offerId } = await aSentOffer()
    const [print] = await world.sql<Start>('select * from outbox_message where workflow_id = ?', [
      `paper/offer/${offerId}/approved`,
    ])
    let away = true
    const good = fakePapers()
    const papers = {
      ...good,
      render: (async order => {
        if (away) throw new Error('no browser')
        return good.render(order)
      }) as typeof good.render,
    }
    await withWorkers({ papers }, async () => {
      const handle = await begin(print as Start)
      await engine.sleep('2 hours')
      expect((await ask('manager', `GET /offers/${offerId}`)).body.fileId).toBeNull()
      away = false
      await engine.sleep('15 minutes')
      expect(await handle.result()).toEqual({ status: 'printed' })
    })
    expect((await ask('manager', `GET /offers/${offerId}`)).body.fileId).toEqual(expect.any(String))
  })
})

describe('an approved offer', () => {
  const watchOf = async (offerId: string) =>
    (
      await world.sql<Start>(`select * from outbox_message where workflow_id = ? and kind = 'start'`, [
        `offer/${offerId}`,
      ])
    )[0] as Start

  it('expires when its last day is over, once, and the deal and its author hear of it', async () => {
    const { offerId, dealId } = await aSentOffer()
    await withWorkers({}, async () => {
      const handle = await begin(await watchOf(offerId))
      await engine.sleep('13 days')
      expect((await ask('manager', `GET /offers/${offerId}`)).body.status).toBe('sent')
      await engine.sleep('48 hours')
      expect(await handle.result()).toEqual({ status: 'expired' })
    })
    expect((await ask('manager', `GET /offers/${offerId}`)).body).toMatchObject({
      ...{ status: 'expired', can: { send: false, accept: false } },
    })
    expect((await told(dealId)).at(-1)).toBe('offer_expired')
    expect(await world.sql('select 1 from notification where subject_id = ?', [offerId])).toHaveLength(1)
  })

  it('that the client has decided on is watched no longer, and a late deed changes nothing', async () => {
    const { offerId } = await aSentOffer()
    await withWorkers({}, async () => {
      const handle = await begin(await watchOf(offerId))
      await ask('manager', `POST /offers/${offerId}/accept`)
      const [decided] = await world.sql<Start>(
        `select * from outbox_message where workflow_id = ? and kind = 'signal'`,
        [`offer/${offerId}`],
      )
      await handle.signal(decided?.name ?? '', decided?.payload)
      expect(await handle.result()).toEqual({ status: 'decided' })
    })
    await createOfferActivities(world.deeds).expireOffer({ offerId, key: 'late' })
    expect((await ask('manager', `GET /offers/${offerId}`)).body.status).toBe('accepted')
  })
})
