import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { bundleWorkflowCode, Worker, type WorkflowBundle } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DealActivities, DealRecord } from '#activities/sales/deal-activities.ts'
import type { DealEventKey, EventData } from '#domain/sales/deal-events.ts'
import type { DealFacts } from '#domain/sales/deal-facts.ts'
import { compiled } from '#domain/sales/deal-for-tests.ts'
import type { DealState } from '#domain/sales/deal-state.ts'
import { wholesale } from '#domain/sales/funnels/wholesale.ts'
import { addWorkingMinutes, type CalendarData } from '#domain/shared/working-time.ts'
import { aTimeSkippingEngine, type TimeSkippingEngine } from '#test/harness/time-skipping.ts'
import {
  closeDealUpdate,
  dealHappenedSignal,
  dealStateQuery,
  dealWorkflowId,
  dealWorkflowType,
  moveDealUpdate,
  repeatDeedUpdate,
} from './deal.messages.ts'

const calendar: CalendarData = {
  hours: { start: '09:00', end: '18:00', zoneOffsetMinutes: 180 },
  years: [],
  days: {},
}

let engine: TimeSkippingEngine
let workflowBundle: WorkflowBundle | { code: string }
beforeAll(async () => {
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }
  const workflowsPath = fileURLToPath(new URL('./deal.workflow.ts', import.meta.url))
  ;[engine, workflowBundle] = await Promise.all([
    aTimeSkippingEngine(),
    bundleWorkflowCode({ workflowsPath, logger: silent }),
  ])
})
afterAll(() => engine[Symbol.asyncDispose]())

/** The deeds over maps: each key takes effect once, a repeat answers what is stored. */
function someDeeds(startedAt: number, opening: { facts?: DealFacts; state?: DealState } = {}) {
  const kept = new Map<string, unknown>()
  const records: DealRecord[] = []
  const performed: { key: string; action: string }[] = []
  const broken = new Set<string>()
  const activities: DealActivities = {
    openDeal: async () => ({
      funnel: compiled(wholesale),
      sha256: 'hash-of-wholesale',
      calendar,
      facts: {},
      startedAt,
      seq: 0,
      ...opening,
    }),
    recordDeal: async record => {
      if (!kept.has(record.key)) records.push(record)
      kept.set(record.key, null)
    },
    performDealAction: async ({ key, effect }) => {
      if (broken.has(effect.action)) throw ApplicationFailure.nonRetryable('NoLines', 'NoLines')
      if (!kept.has(key)) performed.push({ key, action: effect.action })
      kept.set(key, null)
      return effect.action === 'create_invoice' ? { facts: { invoiceStatus: 'draft' } } : {}
    },
  }
  const path = () => records.flatMap(record => record.path.map(({ kind }) => kind))
  return { activities, records, performed, broken, path, stage: () => records.at(-1)?.stage }
}
type Deeds = ReturnType<typeof someDeeds>

/** Nothing is cached unless told: every task replays the whole history, as after a crash. */
async function withWorker<T>({ activities }: Deeds, story: () => Promise<T>, maxCachedWorkflows = 0) {
  const worker = await Worker.create({
    connection: engine.connection,
    taskQueue: 'core',
    workflowBundle,
    activities,
    maxCachedWorkflows,
  })
  return worker.runUntil(story)
}

async function aRunningDeal(opening: Parameters<typeof someDeeds>[1] = {}) {
  const now = await engine.now()
  const deeds = someDeeds(now, opening)
  const dealId = randomUUID()
  const handle = await engine.client.workflow.start(dealWorkflowType, {
    workflowId: dealWorkflowId(dealId),
    taskQueue: 'core',
    args: [{ dealId }],
  })
  let messages = 0
  const hear = (
    event: DealEventKey,
    facts: DealFacts = {},
    data: EventData = {},
    messageId = `m${++messages}`,
  ) => handle.signal(dealHappenedSignal, { event, facts, data, messageId })
  const move = (to: string, requestId: string, facts: DealFacts = {}) =>
    handle.executeUpdate(moveDealUpdate, { args: [{ to, by: 'vasily', requestId, facts }] })
  return { dealId, deeds, handle, hear, move, now }
}

/** Lets the engine's clock pass until the working minutes have run out, and a second more for the timer's grain. */
const passWorkingMinutes = async (from: number, minutes: number) =>
  engine.sleep(addWorkingMinutes(calendar, from, minutes) - (await engine.now()) + 1500)

const refusalOf = (error: unknown) =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure
    ? { code: error.cause.type, params: error.cause.details?.[0] }
    : error

const stateOf = (handle: WorkflowHandle) => handle.query(dealStateQuery)

describe('a deal over time', () => {
  it('S-057 S-063 goes from an inquiry to a win, and its path says every step', async () => {
    const { deeds, handle, hear, move } = await aRunningDeal()
    await withWorker(deeds, async () => {
      await hear('first_answer', { firstAnswered: true })
      await hear('lines_changed', { linesCount: 1, contactKnown: true })
      expect(await move('making_offer', 'r1')).toMatchObject({ stage: 'making_offer', status: 'open' })
      expect(deeds.stage()).toBe('making_offer')
      await hear('offer_sent', { offerStatus: 'sent' })
      await hear('offer_accepted', { offerStatus: 'accepted' })
      await hear('invoice_issued', { invoiceStatus: 'issued' })
      await hear('invoice_paid', { invoiceStatus: 'paid', fullyPaid: true })
      await hear('request_done', { requestStatus: 'done', shipped: true })
      await hear('task_done', { checkCallDone: true }, { kind: 'check_call' })
      expect(await handle.result()).toEqual({ status: 'won' })
    })
    expect(deeds.performed.map(({ action }) => action)).toEqual([
      'create_invoice',
      'request_shipment',
      'create_task',
    ])
    const seqs = deeds.records.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, i) => i + 1))
    expect(deeds.path().filter(kind => kind === 'stage_entered')).toHaveLength(9)
    expect(deeds.path().at(-1)).toBe('deal_won')
  })

  it('S-045 warns the head before the first answer is late, in working minutes', async () => {
    const { deeds, handle, hear, now } = await aRunningDeal()
    await withWorker(deeds, async () => {
      await passWorkingMinutes(now, 40)
      expect(deeds.performed).toEqual([])
      await passWorkingMinutes(now, 45)
      expect(deeds.performed.map(({ action }) => action)).toEqual(['warn_head'])
      await passWorkingMinutes(now, 61)
      expect(deeds.performed.map(({ action }) => action)).toEqual(['warn_head', 'warn_head', 'notify_owner'])
      expect(deeds.records.at(-1)).toMatchObject({ overdue: true, stage: 'new_inquiry' })
      await hear('first_answer', { firstAnswered: true })
      await handle.executeUpdate(closeDealUpdate, {
        args: [{ how: 'lost', reason: 'дорого', by: 'vasily', requestId: 'r9' }],
      })
      expect(await handle.result()).toEqual({ status: 'lost' })
    })
    expect(deeds.records.at(-1)).toMatchObject({ status: 'lost', reason: 'дорого', nextDue: null })
  })

  it('refuses a move with what is missing, leaves no trace of it, and takes the move when it is there', async () => {
    const { deeds, handle, hear, move } = await aRunningDeal()
    await withWorker(deeds, async () => {
      await hear('first_answer', { firstAnswered: true })
      expect(await move('making_offer', 'r1').catch(refusalOf)).toMatchObject({
        code: 'MissingFacts',
        params: { missing: [{ fact: 'linesCount', remedy: 'set_lines' }, { fact: 'contactKnown' }] },
      })
      expect(await move('sold', 'r2').catch(refusalOf)).toEqual({
        code: 'StageMoveNotAllowed',
        params: { from: { ru: 'Квалификация', en: 'Qualification' }, to: { ru: 'Выиграна', en: 'Won' } },
      })
      const before = (await stateOf(handle))?.seq
      await move('making_offer', 'r1', { linesCount: 1, contactKnown: true })
      expect((await stateOf(handle))?.seq).toBe((before ?? 0) + 1)
    })
    await handle.terminate()
  })

  it('takes a message once that the outbox brings twice', async () => {
    const { deeds, handle, hear } = await aRunningDeal()
    await withWorker(deeds, async () => {
      await hear('first_answer', { firstAnswered: true }, {}, 'outbox-1')
      await hear('inquiry_repeated', {}, {}, 'outbox-2')
      await hear('inquiry_repeated', {}, {}, 'outbox-2')
      expect((await stateOf(handle))?.fired.inquired_again).toBe(1)
    })
    await handle.terminate()
  })

  it('A11 says which deed failed and why, goes on, and does it again when a person asks', async () => {
    const { deeds, handle, hear } = await aRunningDeal({ facts: { firstAnswered: true } })
    deeds.broken.add('create_invoice')
    await withWorker(deeds, async () => {
      await hear('offer_accepted', { offerStatus: 'accepted' })
      await expect.poll(async () => (await stateOf(handle))?.failed.length).toBe(1)
      const [failed] = (await stateOf(handle))?.failed ?? []
      expect(failed).toMatchObject({ reason: 'NoLines', effect: { action: 'create_invoice' } })
      expect(deeds.path()).toContain('deed_failed')
      deeds.broken.clear()
      const key = failed?.effect.key ?? ''
      await handle.executeUpdate(repeatDeedUpdate, { args: [{ key, by: 'vasily', requestId: 'r1' }] })
      expect(deeds.performed.map(({ action }) => action)).toEqual(['create_invoice'])
      expect((await stateOf(handle))?.failed).toEqual([])
      expect(
        await handle
          .executeUpdate(repeatDeedUpdate, { args: [{ key, by: 'vasily', requestId: 'r2' }] })
          .catch(refusalOf),
      ).toMatchObject({ code: 'NotFound' })
    })
    await handle.terminate()
  })

  it('goes on from a state it is handed, without telling its past again', async () => {
    const first = await aRunningDeal()
    await withWorker(first.deeds, async () => {
      await first.hear('first_answer', { firstAnswered: true })
      await expect.poll(() => first.deeds.stage()).toBe('qualification')
    })
    await first.handle.terminate()
    const state = first.deeds.records.at(-1)?.state
    if (!state) throw new Error('nothing was recorded')
    const { deeds, handle, move } = await aRunningDeal({ state })
    await withWorker(deeds, () => move('making_offer', 'r1', { linesCount: 1, contactKnown: true }))
    expect(deeds.records.map(({ seq }) => seq)).toEqual([state.seq + 1])
    await handle.terminate()
  })

  it('begins a new run when its history is long, and still knows what it has answered and heard', async () => {
    const { deeds, handle, hear, move } = await aRunningDeal()
    const firstRun = (await handle.describe()).runId
    await withWorker(
      deeds,
      async () => {
        await hear('first_answer', { firstAnswered: true }, {}, 'the-first')
        const moved = await move('making_offer', 'click', { linesCount: 1, contactKnown: true })
        const movedBack = await move('qualification', 'click-2')
        const sent = 150
        for (let i = 0; i < sent; i++) await hear('inquiry_repeated', {}, {}, `again-${i}`)
        await expect.poll(async () => (await handle.describe()).runId, { timeout: 30_000 }).not.toBe(firstRun)
        await hear('inquiry_repeated', {}, {}, `again-${sent - 1}`)
        expect(await move('making_offer', 'click')).toEqual(moved)
        expect(await move('qualification', 'click-2')).toEqual(movedBack)
        await expect.poll(async () => (await stateOf(handle))?.fired.inquired_again).toBe(sent)
        expect(deeds.stage()).toBe('qualification')
      },
      100,
    )
    const seqs = deeds.records.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, i) => i + 1))
    await handle.terminate()
  }, 60_000)
})
