import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApprovalActivities } from '#activities/approvals/create-approval-activities.ts'
import { roleSeats } from '#domain/access/seats.ts'
import { forkSystem } from '#server/shared/sight.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { aDeal } from './a-deal.ts'
import { type Approval, approving, type Paper } from './approving.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world?.[Symbol.asyncDispose]())

const { anInvoice, asked, say } = approving(() => world)

describe('a document past its approvers', () => {
  it('S-075 the accountant is told, sees the client while it is his turn, approves, and the invoice is issued', async () => {
    const { invoice, approval } = await anInvoice()
    const accountant = await world.as('accountant')
    expect(approval).toMatchObject({ status: 'waiting', companyName: 'ООО «Чистый дом»' })
    expect(approval.can).toEqual({ approve: true, reject: true, delegate: true, withdraw: false })
    expect(approval.leftWorkingMinutes).toBeGreaterThan(0)
    const [bell] = await world.sql('select title from notification where user_id = ? and subject_id = ?', [
      accountant.id,
      approval.id,
    ])
    expect(bell?.title).toMatch(/^На согласование: /)
    const done = await say('accountant', approval.id, 'approve')
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({
      status: 'approved',
      currentSteps: [],
      steps: [{ decision: 'approve', decidedByName: 'Лариса Лебедева' }],
    })
    const issued = await world.until(async () => {
      const now = await (await world.as('manager')).get<Paper>(`/invoices/${invoice.id}`)
      return now.status === 'issued' ? now : null
    })
    expect(issued.number).toBeTruthy()
    const open = 'select id from participation where subject_id = ? and closed_at is null'
    expect(await world.sql(open, [approval.id])).toEqual([])
  })

  it('S-075 P4 whoever has decided still finds what was decided; the client is closed to him', async () => {
    const { approval } = await anInvoice()
    await say('accountant', approval.id, 'reject', { remark: 'Нет договора' })
    const accountant = await world.as('accountant')
    const mine = await accountant.list<Approval>('approvals', {
      decidedByMe: true,
      subjectId: approval.subject.id,
    })
    expect(mine).toMatchObject([
      { id: approval.id, status: 'rejected', companyName: null, can: { approve: false } },
    ])
    expect((await accountant.ask('GET', `/approvals/${approval.id}`)).status).toBe(200)
    for (const login of ['lawyer', 'manager2'])
      expect((await (await world.as(login)).ask('GET', `/approvals/${approval.id}`)).status).toBe(404)
  })

  it('D3 who decides second is told who was first and when; nothing changes', async () => {
    const { approval } = await anInvoice()
    expect((await say('accountant', approval.id, 'approve')).status).toBe(200)
    const before = await world.sql('select version, seq, steps from approval where id = ?', [approval.id])
    const second = await say('accountant', approval.id, 'reject', { remark: 'Передумала' })
    expect(second).toMatchObject({ status: 409, body: { code: 'ApprovalAlreadyDecided' } })
    const late = await say('director', approval.id, 'reject', { remark: 'Поздно' })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      code: 'ApprovalAlreadyDecided',
      detail: 'Решение уже принято: Лариса Лебедева.',
      params: { status: 'approved', at: expect.stringMatching(/^\d{4}-/) },
    })
    expect(await world.sql('select version, seq, steps from approval where id = ?', [approval.id])).toEqual(
      before,
    )
  })

  it('A2 the same decision repeated under its key answers the same and is one line of the path', async () => {
    const { approval } = await anInvoice()
    const first = await say('accountant', approval.id, 'approve', { remark: 'Верно' }, 'my-decision')
    const again = await say('accountant', approval.id, 'approve', { remark: 'Верно' }, 'my-decision')
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect((await say('accountant', approval.id, 'approve', { remark: 'Иначе' }, 'my-decision')).status).toBe(
      422,
    )
    const lines = await world.sql('select id from process_event where subject = ? and kind = ?', [
      `approval/${approval.id}`,
      'step_approved',
    ])
    expect(lines).toHaveLength(1)
  })

  it('S-076 a rejection needs words and makes the document a draft again', async () => {
    const { invoice, approval } = await anInvoice()
    expect((await say('accountant', approval.id, 'reject', { remark: ' ' })).status).toBe(400)
    const rejected = await say('accountant', approval.id, 'reject', { remark: 'Неверный договор' })
    expect(rejected.body).toMatchObject({ status: 'rejected', steps: [{ remark: 'Неверный договор' }] })
    await world.until(async () => {
      const now = await (await world.as('manager')).get<Paper>(`/invoices/${invoice.id}`)
      return now.status === 'draft' && now.number === null
    })
  })

  it('D15 D2 nobody approves the own document, nobody another person’s step, and a stranger does not see it at all', async () => {
    const { approval } = await anInvoice()
    const own = await say('manager', approval.id, 'approve')
    expect(own).toMatchObject({ status: 403, body: { code: 'OwnDocument' } })
    const head = await say('head', approval.id, 'approve')
    expect(head).toMatchObject({ status: 403, body: { code: 'NotYourStep' } })
    for (const stranger of ['manager2', 'lawyer', 'warehouse']) {
      expect((await say(stranger, approval.id, 'approve')).status).toBe(404)
      expect(await (await world.as(stranger)).list('approvals', { id: [approval.id] })).toEqual([])
    }
    expect((await (await world.as('accountant')).get<Approval>(`/approvals/${approval.id}`)).status).toBe(
      'waiting',
    )
  })

  it('S-094 a step is handed to a colleague, who sees the client from then on and decides', async () => {
    const { approval } = await anInvoice()
    const lawyer = await world.as('lawyer')
    const author = await world.as('manager')
    const accountant = (await world.as('accountant')).id
    expect((await say('accountant', approval.id, 'delegate', { to: author.id })).body.code).toBe(
      'OwnDocument',
    )
    expect((await say('accountant', approval.id, 'delegate', { to: approval.id })).body.code).toBe(
      'UnknownColleague',
    )
    const handed = await say('accountant', approval.id, 'delegate', { to: lawyer.id })
    expect(handed.body).toMatchObject({ status: 'waiting', steps: [{ assigneeId: lawyer.id }] })
    const [mine] = await lawyer.list<Approval>('approvals', { mine: true })
    expect(mine).toMatchObject({ id: approval.id, companyName: 'ООО «Чистый дом»' })
    expect((await say('lawyer', approval.id, 'approve')).body).toMatchObject({
      steps: [{ decidedByName: 'Юлия Соколова' }],
    })
    expect(accountant).not.toBe(lawyer.id)
  })

  it('S-097 who comes to stand in for the absent head approves a discount that waits already', async () => {
    const { dealId } = await aDeal(world, {
      lines: [{ sku: 'SOV-01', quantity: '10', discountPercent: '10' }],
    })
    const manager = await world.as('manager')
    const draft = await manager.post<Paper>('/offers', { dealId })
    await manager.post(`/offers/${draft.id}/submit`)
    const { id } = await asked('head', draft.id)
    expect((await say('manager2', id, 'approve')).status).toBe(404)
    const admin = await world.as('admin')
    const head = await admin.get<{ id: string; version: number }>(`/users/${(await world.as('head')).id}`)
    const standIn = {
      standInId: (await world.as('manager2')).id,
      standInUntil: new Date(Date.now() + 86_400_000).toISOString(),
    }
    await admin.patch(`/users/${head.id}`, standIn, head.version)
    expect((await asked('manager2', draft.id)).can.approve).toBe(true)
    expect((await say('manager2', id, 'approve')).body).toMatchObject({
      status: 'approved',
      steps: [{ role: 'head', decidedByName: 'Мария Орлова' }],
    })
    await world.until(async () => (await manager.get<Paper>(`/offers/${draft.id}`)).status === 'approved')
  })

  it('S-097 who comes to stand in for the only lawyer has his queue from that moment, and loses it with the term', async () => {
    const { dealId } = await aDeal(world)
    const manager = await world.as('manager')
    const draft = await manager.post<Paper>('/contracts', { dealId })
    await manager.post(`/contracts/${draft.id}/submit`)
    const { id } = await asked('lawyer', draft.id)
    const marketer = await world.as('marketer')
    expect((await say('marketer', id, 'approve')).status).toBe(404)
    const admin = await world.as('admin')
    const standIn = async (standInUntil: string | null) => {
      const lawyer = await admin.get<{ id: string; version: number }>(
        `/users/${(await world.as('lawyer')).id}`,
      )
      await admin.patch(`/users/${lawyer.id}`, { standInId: marketer.id, standInUntil }, lawyer.version)
    }
    await standIn(new Date(Date.now() + 86_400_000).toISOString())
    expect((await asked('marketer', draft.id)).can.approve).toBe(true)
    expect((await marketer.ask('GET', `/contracts/${draft.id}`)).status).toBe(200)
    await standIn(null)
    expect((await marketer.ask('GET', `/contracts/${draft.id}`)).status).toBe(404)
    await standIn(new Date(Date.now() + 86_400_000).toISOString())
    expect((await say('marketer', id, 'approve')).body).toMatchObject({ status: 'approved' })
  })

  it('D16 a token of one role sees nothing of the queues of the others', async () => {
    const { approval } = await anInvoice()
    const admin = await world.as('admin')
    const account = {
      login: 'both',
      name: 'Анна Смирнова',
      password: 'метла 2026',
      roles: ['accountant', 'manager'],
    }
    await admin.post('/users', account)
    await world.sql(`update app_user set password_hash = m.password_hash from app_user m
      where app_user.login = 'both' and m.login = 'manager'`)
    const both = await world.as('both')
    expect((await both.ask('GET', `/approvals/${approval.id}`)).status).toBe(200)
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const { token } = await both.post<{ token: string }>('/tokens', {
      name: 'x',
      roles: ['manager'],
      expiresAt,
    })
    const asked = await fetch(`${world.url}/api/approvals/${approval.id}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(asked.status).toBe(404)
  })

  it('A1 a reminder and an escalation told again under their keys ring once; after the decision not at all', async () => {
    const { approval } = await anInvoice()
    const { orm, clock, ids, papers } = world.server.world
    const deeds = createApprovalActivities({ fork: () => forkSystem(orm), clock, ids, papers, mail: null })
    const stepId = approval.steps[0]?.id ?? ''
    const notice = { approvalId: approval.id, stepId, dueAt: 0 }
    const remind = { ...notice, to: [roleSeats.accountant], key: `approval/${approval.id}/remind/${stepId}` }
    const escalate = {
      ...notice,
      to: [roleSeats.director],
      key: `approval/${approval.id}/escalate/${stepId}`,
    }
    await Promise.all([deeds.remindApprover(remind), deeds.remindApprover(remind)])
    await deeds.escalateApproval(escalate)
    await deeds.escalateApproval(escalate)
    const rings = () =>
      world.sql<{ login: string; title: string }>(
        `select u.login, n.title from notification n join app_user u on u.id = n.user_id
         where n.subject_id = ? and n.title not like 'На согласование%' and u.login in (?, ?)
         order by n.created_at`,
        [approval.id, 'accountant', 'director'],
      )
    expect(await rings()).toMatchObject([
      { login: 'accountant', title: expect.stringMatching(/^Прошла половина срока: /) },
      { login: 'director', title: expect.stringMatching(/^Срок истёк/) },
    ])
    await say('accountant', approval.id, 'approve')
    await deeds.remindApprover({ ...remind, key: `${remind.key}/late` })
    expect(await rings()).toHaveLength(2)
  })

  it('the author takes a document back; others may not; afterwards it cannot be approved', async () => {
    const { invoice, approval } = await anInvoice()
    expect((await say('accountant', approval.id, 'withdraw')).status).toBe(403)
    expect((await say('manager', approval.id, 'withdraw')).body).toMatchObject({ status: 'withdrawn' })
    const late = await say('director', approval.id, 'approve')
    expect(late).toMatchObject({ status: 409, body: { detail: 'Решение уже принято: Василий Кузнецов.' } })
    const back = await (await world.as('manager')).get<Paper>(`/invoices/${invoice.id}`)
    expect(back.status).toBe('draft')
  })

  it('two who press at the same moment: one decision stands, the other is told so', async () => {
    const { approval } = await anInvoice()
    const lawyer = await world.as('lawyer')
    await say('accountant', approval.id, 'delegate', { to: lawyer.id })
    const both = await Promise.all([
      say('accountant', approval.id, 'approve'),
      say('lawyer', approval.id, 'reject', { remark: 'Нет' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const ends = await world.sql('select kind from process_event where subject = ? and kind in (?, ?)', [
      `approval/${approval.id}`,
      'approval_approved',
      'approval_rejected',
    ])
    expect(ends).toHaveLength(1)
  })

  it('a field nobody knows is refused in filter and sort', async () => {
    const accountant = await world.as('accountant')
    expect((await accountant.ask('GET', '/approvals?sort=secret')).status).toBe(400)
    expect(
      (await accountant.ask('GET', `/approvals?filter=${encodeURIComponent('{"secret":1}')}`)).status,
    ).toBe(400)
    expect(await accountant.list<{ name: string }>('approval-routes')).toHaveLength(3)
  })
})
