import { DAY, type Demo, HOUR } from './demo.ts'
import { sendForm } from './demo-sale.ts'

/** What stands apart from the deals: an inquiry nobody may guess about, money nobody has matched, tasks of the day. */
export async function leaveLooseEnds(demo: Demo): Promise<void> {
  const { person, client, dates } = demo
  await sendForm(demo, 'ambiguous', {
    // The phone of one client and the mail of another: a person must decide whose it is.
    from: { name: 'Снабжение', phone: client('gorhoz').phone, email: client('klining').email },
    text: 'Пришлите цены на мешки 120 л и перчатки, нужно к пятнице.',
  })
  await person('accountant').post('unmatched', '/payments', {
    paidOn: dates.day(-1),
    amountKopecks: 18_000_00,
    payerInn: client('metla').inn,
    payerName: client('metla').name,
    purpose: 'Предоплата за хозтовары, счёт не указан',
  })
  const { id: marketer } = person('marketer')
  await person('head').post('task/campaign', '/tasks', {
    title: 'Подготовить письмо о банных вениках и поступлении зелёных электровеников',
    companyId: client('klining').id,
    assigneeId: marketer,
    dueAt: dates.work(DAY),
  })
  await person('director').post('task/admin', '/tasks', {
    title: 'Завести учётную запись второму кладовщику',
    assigneeId: person('admin').id,
    dueAt: dates.work(DAY),
  })
  await client('metla').manager.post('task/overdue', '/tasks', {
    title: 'Перезвонить по рекламации на черенки',
    kind: 'call',
    companyId: client('metla').id,
    dueAt: dates.work(-2 * DAY),
  })
  await client('klining').manager.post('task/today', '/tasks', {
    title: 'Уточнить график поставок на месяц',
    kind: 'call',
    companyId: client('klining').id,
    dueAt: dates.work(HOUR),
  })
}

/** Until the last letter has left and the engine has been told everything: who looks then sees the demo at rest. */
export async function comeToRest({ changes, person }: Demo): Promise<void> {
  await changes.until('letters', 'Письма', async () => {
    const waiting = await person('director').list('letters', { status: 'waiting' })
    return waiting.length === 0
  })
  await changes.until('deals', 'Очередь к процессам', async () => {
    const { outbox } = await person('admin').get<{ outbox: { waiting: number } }>('/health/parts')
    return outbox.waiting === 0
  })
}
