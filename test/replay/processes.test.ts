import { WorkflowUpdateFailedError } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workflowBundle } from '#test/harness/servers.ts'
import { aTimeSkippingEngine, type TimeSkippingEngine } from '#test/harness/time-skipping.ts'
import {
  approvalWorkflowId,
  approvalWorkflowType,
  decideApprovalUpdate,
} from '#workflows/approvals/approval.messages.ts'
import {
  invoicePaidSignal,
  invoiceVoidedSignal,
  invoiceWorkflowId,
  invoiceWorkflowType,
} from '#workflows/money/invoice.messages.ts'
import {
  pickRequestUpdate,
  requestWorkflowId,
  requestWorkflowType,
  shipRequestUpdate,
  takeRequestUpdate,
} from '#workflows/requests/request.messages.ts'
import { anApproval, anInvoice, aRequest, aStep, fakeDeeds, type Openings } from './fake-deeds.ts'

let engine: TimeSkippingEngine
beforeAll(async () => {
  engine = await aTimeSkippingEngine()
})
afterAll(() => engine[Symbol.asyncDispose]())

type Deeds = ReturnType<typeof fakeDeeds>

/** Runs the story while workers of both queues poll. Nothing is cached: every task replays, as after a crash. */
async function withWorkers<T>({ activities }: Deeds, story: () => Promise<T>): Promise<T> {
  const settings = { connection: engine.connection, activities }
  const core = await Worker.create({
    ...settings,
    taskQueue: 'core',
    workflowBundle: workflowBundle(),
    maxCachedWorkflows: 0,
  })
  const render = await Worker.create({ ...settings, taskQueue: 'render' })
  return core.runUntil(render.runUntil(story))
}

const start = (type: string, workflowId: string, args: object) =>
  engine.client.workflow.start(type, { workflowId, taskQueue: 'core', args: [args] })
const command = (by: string, requestId: string) => ({ by, requestId })
const refusalOf = (error: unknown) =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure
    ? { code: error.cause.type, params: error.cause.details?.[0] }
    : error
let last = 0
const aStory = async (
  openings: (now: number, id: string) => Openings,
  before?: Parameters<typeof fakeDeeds>[1],
) => {
  const id = `${++last}`
  return { id, deeds: fakeDeeds(openings(await engine.now(), id), before) }
}

describe('an approval over time', () => {
  it('reminds after half the term, hands over at its end, and the head decides days later', async () => {
    const { id, deeds } = await aStory((now, id) => ({ approvals: { [id]: anApproval(now) } }))
    const workflowId = approvalWorkflowId(id)
    await withWorkers(deeds, async () => {
      const handle = await start(approvalWorkflowType, workflowId, { approvalId: id })
      await engine.sleep('5 hours')
      expect(deeds.names(workflowId)).toContain('remindApprover')
      expect(deeds.names(workflowId)).not.toContain('escalateApproval')
      await engine.sleep('3 days')
      const answer = await handle.executeUpdate(decideApprovalUpdate, {
        args: [{ stepId: 'lawyer', verdict: 'approve', remark: null, ...command('director', 'r1') }],
      })
      expect(answer).toEqual({ status: 'approved', seq: 4 })
      expect(await handle.result()).toEqual({ status: 'approved' })
    })
    expect(deeds.path(workflowId)).toEqual([
      'approval_started',
      'step_opened',
      'step_reminded',
      'step_escalated',
      'step_approved',
      'approval_approved',
    ])
    expect(deeds.seqs(workflowId)).toEqual([1, 2, 3, 4])
    expect(deeds.names(workflowId).at(-1)).toBe('concludeApproval')
  })

  it('A3 takes one of two decisions made at once and tells the other who was first', async () => {
    const { id, deeds } = await aStory((now, id) => ({ approvals: { [id]: anApproval(now) } }))
    await withWorkers(deeds, async () => {
      const handle = await start(approvalWorkflowType, approvalWorkflowId(id), { approvalId: id })
      const both = await Promise.allSettled(
        (['approve', 'reject'] as const).map(verdict =>
          handle.executeUpdate(decideApprovalUpdate, {
            args: [{ stepId: 'lawyer', verdict, remark: 'Так', ...command(verdict, verdict) }],
          }),
        ),
      )
      const [refused] = both.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
      expect(both.filter(each => each.status === 'fulfilled')).toHaveLength(1)
      const { status } = (await handle.result()) as { status: string }
      const winner = status === 'approved' ? 'approve' : 'reject'
      // The process may have ended before the second one came: then the engine itself says that it is over.
      if (refused instanceof WorkflowUpdateFailedError)
        expect(refusalOf(refused)).toMatchObject({ code: 'ApprovalAlreadyDecided', params: { by: winner } })
      else expect(refused).toMatchObject({ name: 'WorkflowNotFoundError' })
      expect(deeds.names(approvalWorkflowId(id)).filter(name => name === 'concludeApproval')).toHaveLength(1)
    })
  })

  it('refuses a second decision on a step while another step is still waiting', async () => {
    const steps = [aStep('lawyer'), aStep('director')]
    const { id, deeds } = await aStory((now, id) => ({ approvals: { [id]: anApproval(now, { steps }) } }))
    await withWorkers(deeds, async () => {
      const handle = await start(approvalWorkflowType, approvalWorkflowId(id), { approvalId: id })
      const decide = (stepId: string, requestId: string, remark: string | null = null) =>
        handle.executeUpdate(decideApprovalUpdate, {
          args: [
            {
              stepId,
              verdict: remark === null ? 'approve' : 'reject',
              remark,
              ...command('larisa', requestId),
            },
          ],
        })
      await decide('lawyer', 'r1')
      expect(await decide('lawyer', 'r2').catch(refusalOf)).toMatchObject({
        code: 'ApprovalAlreadyDecided',
        params: { status: 'approve', by: 'larisa' },
      })
      expect(await decide('director', 'r3', ' ').catch(refusalOf)).toMatchObject({ code: 'RemarkRequired' })
      expect(await decide('lawyer', 'r1')).toEqual({ status: 'waiting', seq: 2 })
      await decide('director', 'r4', 'Нет приложения')
      expect(await handle.result()).toEqual({ status: 'rejected' })
    })
  })

  it('A1 goes on with another worker when the first one goes away in the middle', async () => {
    const steps = [aStep('lawyer'), aStep('director', { group: 1 })]
    const { id, deeds } = await aStory((now, id) => ({ approvals: { [id]: anApproval(now, { steps }) } }))
    const workflowId = approvalWorkflowId(id)
    const handle = await start(approvalWorkflowType, workflowId, { approvalId: id })
    const approve = (stepId: string) =>
      handle.executeUpdate(decideApprovalUpdate, {
        args: [{ stepId, verdict: 'approve', remark: null, ...command('larisa', stepId) }],
      })
    await withWorkers(deeds, () => approve('lawyer'))
    await withWorkers(deeds, async () => {
      await approve('director')
      expect(await handle.result()).toEqual({ status: 'approved' })
    })
    expect(deeds.seqs(workflowId)).toEqual([1, 2, 3])
  })

  it('answers a decision once the projection holds it, and is not held up by a letter that does not go', async () => {
    let letters = 0
    const { id, deeds } = await aStory(
      (now, id) => ({ approvals: { [id]: anApproval(now) } }),
      async name => {
        if (name !== 'remindApprover') return
        letters++
        throw ApplicationFailure.nonRetryable('mail is away')
      },
    )
    const workflowId = approvalWorkflowId(id)
    await withWorkers(deeds, async () => {
      const handle = await start(approvalWorkflowType, workflowId, { approvalId: id })
      await engine.sleep('5 hours')
      await handle.executeUpdate(decideApprovalUpdate, {
        args: [{ stepId: 'lawyer', verdict: 'approve', remark: null, ...command('larisa', 'r1') }],
      })
      expect(deeds.path(workflowId)).toContain('approval_approved')
      expect(await handle.result()).toEqual({ status: 'approved' })
    })
    expect(letters).toBe(1)
    expect(deeds.path(workflowId)).toContain('notice_failed')
  })
})

describe('a warehouse request over time', () => {
  it('ships in parts; a repeat of a shipment after a new worker came ships nothing twice', async () => {
    const { id, deeds } = await aStory((now, id) => ({
      requests: { [id]: aRequest(now, { promisedAt: now + 2 * 86_400_000 }) },
    }))
    const workflowId = requestWorkflowId(id)
    const handle = await start(requestWorkflowType, workflowId, { requestId: id })
    const lines = (quantity: string) => [{ lineId: 'brooms', quantity }]
    const ship = (shipmentId: string, quantity: string) =>
      handle.executeUpdate(shipRequestUpdate, {
        args: [{ shipmentId, lines: lines(quantity), ...command('ivan', `ship-${shipmentId}`) }],
      })
    await withWorkers(deeds, async () => {
      await handle.executeUpdate(takeRequestUpdate, { args: [command('ivan', 'take')] })
      await handle.executeUpdate(pickRequestUpdate, {
        args: [{ lines: lines('18'), ...command('ivan', 'pick-1') }],
      })
      expect(await ship('s1', '19').catch(refusalOf)).toEqual({
        code: 'ShipsMoreThanPicked',
        params: { lineId: 'brooms', picked: '18' },
      })
      expect(await ship('s2', '18')).toMatchObject({ status: 'in_progress' })
    })
    await withWorkers(deeds, async () => {
      expect(await ship('s2', '18')).toMatchObject({ status: 'in_progress' })
      await engine.sleep('3 days')
      await handle.executeUpdate(pickRequestUpdate, {
        args: [{ lines: lines('2'), ...command('ivan', 'pick-2') }],
      })
      expect(await ship('s3', '2')).toMatchObject({ status: 'done' })
      expect(await handle.result()).toEqual({ status: 'done' })
    })
    const shipments = deeds.deeds.flatMap(({ asked }) =>
      'shipment' in asked && asked.shipment ? [asked.shipment] : [],
    )
    expect(shipments).toMatchObject([
      { shipmentId: 's2', lines: lines('18') },
      { shipmentId: 's3', lines: lines('2') },
    ])
    expect(deeds.names(workflowId).filter(name => name === 'warnPromise')).toHaveLength(2)
    expect(deeds.seqs(workflowId)).toEqual(deeds.seqs(workflowId).map((_, i) => i + 1))
  })
})

describe('an issued invoice over time', () => {
  it('is printed, reminded of, overdue, paid in two parts; a repeated message counts once', async () => {
    const { id, deeds } = await aStory((now, id) => ({ invoices: { [id]: anInvoice(now) } }))
    const workflowId = invoiceWorkflowId(id)
    const paid = (paidKopecks: string, messageId: string) => ({
      paidKopecks,
      messageId,
      paymentId: 'p',
      by: null,
    })
    await withWorkers(deeds, async () => {
      const handle = await start(invoiceWorkflowType, workflowId, { invoiceId: id })
      await handle.signal(invoicePaidSignal, paid('10000000', 'm1'))
      await handle.signal(invoicePaidSignal, paid('10000000', 'm1'))
      await engine.sleep('6 days')
      await handle.signal(invoicePaidSignal, paid('24000000', 'm2'))
      expect(await handle.result()).toEqual({ status: 'paid' })
    })
    expect(deeds.path(workflowId).toSorted()).toEqual(
      [
        'invoice_issued',
        'document_rendered',
        'invoice_partly_paid',
        'payment_reminded',
        'invoice_overdue',
        'invoice_paid',
      ].toSorted(),
    )
    expect(deeds.names(workflowId).filter(name => name === 'remindInvoice')).toHaveLength(2)
    expect(deeds.names(workflowId)).toContain('renderInvoice')
  })

  it('is voided with a reason', async () => {
    const { id, deeds } = await aStory((now, id) => ({ invoices: { [id]: anInvoice(now) } }))
    await withWorkers(deeds, async () => {
      const handle = await start(invoiceWorkflowType, invoiceWorkflowId(id), { invoiceId: id })
      await handle.signal(invoiceVoidedSignal, { reason: 'Ошибка', by: 'anna', messageId: 'v' })
      expect(await handle.result()).toEqual({ status: 'void' })
    })
    expect(deeds.names(invoiceWorkflowId(id))).toContain('concludeInvoice')
  })
})
