import { moneySight } from '#domain/access/roles.ts'
import { channelWords } from '#domain/leads/channels.ts'
import { type Day, type Row, type Section, section, uuids } from './section.ts'

/** The person's own and those of colleagues he acts for. */
const mine = ({ actor }: Day) => uuids([actor.id, ...actor.standsInFor])
const sums = ({ actor }: Day) => moneySight(actor.roles).sums

/** Requests whose clock runs: deals without a first answer, and inquiries that are in no deal yet. */
export const newInquiries = (day: Day): Promise<Section> =>
  section(day, {
    key: 'new_inquiries',
    title: { ru: 'Новые обращения без ответа', en: 'New requests without an answer' },
    sql: `select 'deal/' || d.id as id, d.title as what, c.name as who, i.channel as why, d.created_at as since,
        d.next_due as due_at, null::bigint as amount, 'deals' as resource, d.id as record_id, d.id as deal_id, null as state
      from deal d left join company c on c.id = d.company_id left join inquiry i on i.id = d.inquiry_id
      where d.owner_id = any (?::uuid[]) and d.status = 'open' and d.first_answered_at is null
      union all
      select 'inquiry/' || i.id, left(i.text, 120), coalesce(c.name, i.raw ->> 'company', i.raw ->> 'name'), i.channel,
        i.received_at, null, null, 'inquiries', i.id, null, i.status
      from inquiry i left join company c on c.id = i.company_id
      where i.owner_id = any (?::uuid[]) and i.deal_id is null and i.status in ('assigned', 'taken')`,
    params: [mine(day), mine(day)],
    why: channelWords,
    action: ({ resource, state }) =>
      resource === 'deals'
        ? { verb: 'answer', label: { ru: 'Записать ответ', en: 'Log the answer' } }
        : state === 'assigned'
          ? { verb: 'take', label: { ru: 'Взять', en: 'Take' } }
          : { verb: 'start-deal', label: { ru: 'Выбрать клиента', en: 'Choose the client' } },
  })

const duties = `select 'task/' || t.id as id, t.title as what, c.name as who, t.reason as why, t.created_at as since,
    t.due_at, null::bigint as amount, 'tasks' as resource, t.id as record_id, t.deal_id, t.kind as state
  from task t left join company c on c.id = t.company_id
  where t.assignee_id = any (?::uuid[]) and t.status = 'open' and t.due_at >= ? and t.due_at < ?
  union all
  select 'step/' || d.id, d.next_step_text, c.name, d.title, null, d.next_step_due_at, d.amount_kopecks, 'deals', d.id, d.id, null
  from deal d left join company c on c.id = d.company_id
  where d.owner_id = any (?::uuid[]) and d.status = 'open' and d.next_step_text is not null
    and d.next_step_due_at >= ? and d.next_step_due_at < ?`
const between = (day: Day, from: Date, until: Date) => [mine(day), from, until, mine(day), from, until]
const begin = new Date(0)
const dutyAction = ({ resource }: Row) =>
  resource === 'tasks'
    ? { verb: 'done', label: { ru: 'Готово', en: 'Done' } }
    : { verb: 'plan-step', label: { ru: 'Открыть', en: 'Open' } }

/** Tasks and steps of deals that should have been done already. */
export const overdue = (day: Day): Promise<Section> =>
  section(day, {
    key: 'overdue',
    title: { ru: 'Просрочено', en: 'Overdue' },
    sql: duties,
    params: between(day, begin, day.now),
    action: dutyAction,
    sums: sums(day),
  })

/** Tasks and steps of deals until the end of the day. */
export const dueToday = (day: Day): Promise<Section> =>
  section(day, {
    key: 'today',
    title: { ru: 'На сегодня', en: 'Due today' },
    sql: duties,
    params: between(day, day.now, day.endOfToday),
    action: dutyAction,
    sums: sums(day),
  })

/** How many tasks and steps come tomorrow. */
export async function tomorrowCount(day: Day): Promise<number> {
  const [row] = await day.em.execute<{ count: string }[]>(
    `select count(*) as count from (${duties}) x`,
    between(day, day.endOfToday, day.endOfTomorrow),
  )
  return Number(row?.count ?? 0)
}

/** S-052: open deals of which nobody knows what comes next. */
export const withoutStep = (day: Day): Promise<Section> =>
  section(day, {
    key: 'no_step',
    title: { ru: 'Сделки без следующего шага', en: 'Deals without a next step' },
    sql: `select 'deal/' || d.id as id, d.title as what, c.name as who, null as why, d.stage_since as since,
        null::timestamptz as due_at, d.amount_kopecks as amount, 'deals' as resource, d.id as record_id, d.id as deal_id, null as state
      from deal d left join company c on c.id = d.company_id
      where d.owner_id = any (?::uuid[]) and d.status = 'open' and d.next_step_text is null
        and d.first_answered_at is not null
        and not exists (select 1 from task t where t.deal_id = d.id and t.status = 'open')`,
    params: [mine(day)],
    action: () => ({ verb: 'plan-step', label: { ru: 'Запланировать', en: 'Plan it' } }),
    sums: sums(day),
  })

/** What others have done for this person since he last looked. */
export const news = (day: Day): Promise<Section> =>
  section(day, {
    key: 'news',
    title: { ru: 'Ответы коллег и процессов', en: 'Answers of colleagues and processes' },
    sql: `select 'notification/' || n.id as id, n.title as what, c.name as who, null as why, n.created_at as since,
        null::timestamptz as due_at, null::bigint as amount,
        case n.subject_type when 'company' then 'companies' when 'inquiry' then 'inquiries'
          when 'request' then 'department-requests' else n.subject_type || 's' end as resource,
        n.subject_id as record_id, case when n.subject_type = 'deal' then n.subject_id end as deal_id, null as state
      from notification n left join company c on c.id = n.company_id
      where n.user_id = ? and n.read_at is null`,
    params: [day.actor.id],
  })
