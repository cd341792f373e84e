import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import type {
  InteractionAnswer,
  NotificationAnswer,
  TaskAnswer,
  TodayAnswer,
} from '#server/engagement/engagement.contract.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { aWorld, type World } from '../world/a-world.ts'

let world: World
let company: CompanyAnswer
beforeAll(async () => {
  world = await aWorld({ worker: false })
  company = await (await world.as('manager')).post<CompanyAnswer>('/companies', { name: 'ООО «Ромашка»' })
})
afterAll(() => world[Symbol.asyncDispose]())

const hours = (ahead: number) => new Date(Date.now() + ahead * 3_600_000).toISOString()
const today = async (login: string) => (await world.as(login)).get<TodayAnswer>('/today')
const section = async (login: string, key: string) =>
  (await today(login)).sections.find(one => one.key === key)
const newDeal = async (title: string) =>
  (await world.as('manager')).post<DealAnswer>('/deals', { title, companyId: company.id })
const told = async (dealId: string) =>
  (
    await world.sql<{ event: string }>(
      `select payload ->> 'event' as event from outbox_message where workflow_id = ? and kind = 'signal' order by id`,
      [`deal/${dealId}`],
    )
  ).map(({ event }) => event)

describe('a talk with the client', () => {
  it('S-050 S-051 S-055 the first outgoing one is the first answer; its next step comes in the same request', async () => {
    const manager = await world.as('manager')
    const deal = await newDeal('Первый ответ')
    expect((await section('manager', 'new_inquiries'))?.items.map(({ recordId }) => recordId)).toContain(
      deal.id,
    )
    const said = await manager.post<InteractionAnswer>('/interactions', {
      companyId: company.id,
      dealId: deal.id,
      kind: 'call',
      direction: 'out',
      text: 'Просит КП, телефон +7 916 000-00-00',
      result: 'Иван просил перезвонить',
      nextStep: { text: 'Отправить КП', dueAt: hours(48) },
    })
    expect(said).toMatchObject({ authorName: 'Василий Кузнецов', direction: 'out' })
    expect(await told(deal.id)).toEqual(['first_answer', 'interaction_logged', 'step_planned'])
    expect(await manager.get(`/deals/${deal.id}`)).toMatchObject({ nextStep: { text: 'Отправить КП' } })
    expect((await section('manager', 'new_inquiries'))?.items.map(({ recordId }) => recordId)).not.toContain(
      deal.id,
    )
    const seen = await manager.get<CompanyAnswer>(`/companies/${company.id}`)
    expect(seen).toMatchObject({ lastContactAt: said.at, version: company.version })
  })

  it('no words of people travel to the process', async () => {
    const rows = await world.sql<{ payload: string }>('select payload::text as payload from outbox_message')
    expect(rows.map(({ payload }) => payload).join()).not.toMatch(/Иван|916 000/)
  })

  it('S-055 an incoming one and a note are no answer of ours', async () => {
    const manager = await world.as('manager')
    const deal = await newDeal('Ещё ждёт')
    const about = { companyId: company.id, dealId: deal.id, text: 'Звонил сам' }
    await manager.post('/interactions', { ...about, kind: 'call', direction: 'in' })
    await manager.post('/interactions', { ...about, kind: 'note', direction: 'out' })
    expect(await told(deal.id)).toEqual(['interaction_logged', 'interaction_logged'])
    await world.sql(`update deal set status = 'lost' where id = ?`, [deal.id])
  })

  it('D3 of somebody else’s deal, or in the future, is refused and leaves nothing', async () => {
    const manager = await world.as('manager')
    const other = await manager.post<CompanyAnswer>('/companies', { name: 'ООО «Другая»' })
    const deal = await newDeal('Не той компании')
    const count = async () => (await world.sql('select id from interaction')).length
    const before = await count()
    const about = { companyId: other.id, kind: 'call', direction: 'out', text: '…' }
    for (const body of [
      { ...about, dealId: deal.id },
      { ...about, at: hours(5) },
    ])
      expect((await manager.ask('POST', '/interactions', { body })).status).toBe(422)
    expect((await (await world.as('manager2')).ask('POST', '/interactions', { body: about })).status).toBe(
      404,
    )
    expect(await count()).toBe(before)
    await world.sql(`update deal set status = 'lost' where id = ?`, [deal.id])
  })
})

describe('a task', () => {
  it('S-053 is done once, with its result and the next step, and its deal hears of both', async () => {
    const manager = await world.as('manager')
    const deal = await newDeal('Задача')
    const task = await manager.post<TaskAnswer>('/tasks', {
      title: 'Контрольный звонок',
      kind: 'check_call',
      dealId: deal.id,
      dueAt: hours(2),
    })
    expect(task).toMatchObject({ companyName: 'ООО «Ромашка»', dealTitle: 'Задача', overdue: false })
    const done = await manager.post<TaskAnswer>(`/tasks/${task.id}/done`, {
      result: 'Всё дошло',
      nextStep: { text: 'Предложить совки', dueAt: hours(72) },
    })
    expect(done).toMatchObject({ status: 'done', result: 'Всё дошло', can: { done: false, postpone: false } })
    expect(await told(deal.id)).toEqual(['step_planned', 'task_done'])
    const again = await manager.ask('POST', `/tasks/${task.id}/done`, { body: {} })
    expect(again).toMatchObject({ status: 409, body: { code: 'TaskDone' } })
    expect(await told(deal.id)).toHaveLength(2)
  })

  it('S-053 is put off to a later time, never to the past', async () => {
    const manager = await world.as('manager')
    const task = await manager.post<TaskAnswer>('/tasks', { title: 'Отложить', dueAt: hours(1) })
    const later = hours(30)
    expect(await manager.post(`/tasks/${task.id}/postpone`, { dueAt: later })).toMatchObject({ dueAt: later })
    const past = await manager.ask('POST', `/tasks/${task.id}/postpone`, { body: { dueAt: hours(-1) } })
    expect(past).toMatchObject({ status: 422, body: { code: 'BadDate' } })
  })

  it('a colleague of another department does his part of a deal that he does not see', async () => {
    const [manager, lawyer] = [await world.as('manager'), await world.as('lawyer')]
    const deal = await newDeal('Юристу')
    const task = await manager.post<TaskAnswer>('/tasks', {
      title: 'Посмотреть доверенность',
      dealId: deal.id,
      assigneeId: lawyer.id,
      dueAt: hours(3),
    })
    expect(await lawyer.get<TaskAnswer>(`/tasks/${task.id}`)).toMatchObject({
      companyName: null,
      dealTitle: null,
    })
    const step = { nextStep: { text: 'Дальше', dueAt: hours(9) } }
    expect((await lawyer.ask('POST', `/tasks/${task.id}/done`, { body: step })).status).toBe(403)
    await lawyer.post(`/tasks/${task.id}/done`, { result: 'В порядке' })
    expect(await told(deal.id)).toEqual(['task_done'])
  })

  it('without a client goes only to oneself and to those below', async () => {
    const [manager, head, lawyer] = [
      await world.as('manager'),
      await world.as('head'),
      await world.as('lawyer'),
    ]
    const body = { title: 'Сделать отчёт', dueAt: hours(3) }
    expect((await manager.ask('POST', '/tasks', { body: { ...body, assigneeId: lawyer.id } })).status).toBe(
      403,
    )
    expect(await head.post('/tasks', { ...body, assigneeId: manager.id })).toMatchObject({
      assigneeName: 'Василий Кузнецов',
    })
  })
})

describe('«Сегодня»', () => {
  it('S-052 S-054 shows a manager what is late, what is due, and deals of which nobody knows what comes next', async () => {
    const manager = await world.as('manager')
    const late = await manager.post<TaskAnswer>('/tasks', { title: 'Вчерашнее', dueAt: hours(-20) })
    const deal = await newDeal('Без шага')
    await manager.post('/interactions', {
      companyId: company.id,
      dealId: deal.id,
      kind: 'call',
      direction: 'out',
      text: 'Поговорили',
    })
    const overdue = await section('manager', 'overdue')
    expect(overdue?.items).toMatchObject([
      { what: 'Вчерашнее', overdue: true, action: { verb: 'done', resource: 'tasks', id: late.id } },
    ])
    expect((await section('manager', 'no_step'))?.items).toMatchObject([
      { what: 'Без шага', dealId: deal.id },
    ])
    await manager.post(`/deals/${deal.id}/plan-step`, { text: 'Перезвонить', dueAt: hours(-1) })
    expect((await section('manager', 'no_step'))?.total).toBe(0)
    expect((await section('manager', 'overdue'))?.items.map(({ what }) => what)).toEqual([
      'Вчерашнее',
      'Перезвонить',
    ])
  })

  it('the head sees what is late of those below, and breaches; another manager sees nothing of it', async () => {
    const deal = await newDeal('Нарушение')
    await world.sql('update deal set next_due = ?, overdue = true where id = ?', [hours(-1), deal.id])
    expect((await section('head', 'team_overdue'))?.items).toMatchObject([
      { what: 'Вчерашнее', why: 'Василий Кузнецов' },
    ])
    expect((await section('head', 'breaches'))?.items).toMatchObject([{ what: 'Нарушение', overdue: true }])
    expect((await section('director', 'breaches'))?.total).toBe(1)
    const other = await today('manager2')
    expect(other.sections.flatMap(({ items }) => items)).toEqual([])
    expect(other.tomorrow).toBe(0)
  })

  it('the administrator sees which part does not answer', async () => {
    const parts = await section('admin', 'parts')
    expect(parts?.items.map(({ what }) => what)).toContain('Исполнитель процессов')
    expect(await (await world.as('admin')).get('/health/parts')).toMatchObject({
      parts: [{ key: 'base', ok: true }, { key: 'engine' }, { key: 'worker', ok: false }],
    })
    expect((await (await world.as('manager')).ask('GET', '/health/parts')).status).toBe(403)
  })

  it('each role has its own sections, and a person of two roles those of both', async () => {
    const keys = async (login: string) => (await today(login)).sections.map(({ key }) => key)
    expect(await keys('warehouse')).toEqual(['overdue', 'requests', 'today', 'news'])
    expect(await keys('lawyer')).toEqual(['overdue', 'approvals', 'today', 'news'])
    await world.sql(`update app_user set roles = '{lawyer,warehouse}' where login = 'lawyer'`)
    expect(await keys('lawyer')).toEqual(['overdue', 'approvals', 'requests', 'today', 'news'])
  })
})

describe('the bell', () => {
  it('S-069 is one’s own, whoever one is; what was read is read', async () => {
    const manager = await world.as('manager')
    for (const text of ['Первое', 'Второе'])
      await world.sql(
        `insert into notification (id, version, user_id, created_at, title, subject_type, subject_id, company_id)
         values (gen_random_uuid(), 1, ?, now(), ?, 'company', ?, ?)`,
        [manager.id, text, company.id, company.id],
      )
    const unread = await manager.list<NotificationAnswer>('notifications', { unread: true })
    expect(unread).toHaveLength(2)
    expect((await section('manager', 'news'))?.items).toMatchObject([
      { resource: 'companies', recordId: company.id, who: 'ООО «Ромашка»' },
      { resource: 'companies' },
    ])
    const director = await world.as('director')
    expect(await director.list('notifications')).toEqual([])
    expect((await director.ask('POST', `/notifications/${unread[0]?.id}/read`)).status).toBe(404)
    await manager.post(`/notifications/${unread[0]?.id}/read`)
    expect(await manager.post('/notifications/read-all')).toEqual({ read: 1 })
    expect((await section('manager', 'news'))?.total).toBe(0)
  })
})
