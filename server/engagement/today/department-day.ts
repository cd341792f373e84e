import { moneySight } from '#domain/access/roles.ts'
import { hasRole } from '../../shared/actor.ts'
import { type Day, type Section, section, uuids } from './section.ts'

/** Whose deals the head answers for; the director answers for all. */
const department = ({ actor }: Day): [string, unknown[]] =>
  hasRole(actor, 'director') ? ['true', []] : ['d.owner_id = any (?::uuid[])', [uuids(actor.owners)]]
const sums = ({ actor }: Day) => moneySight(actor.roles).sums

/** Requests that nobody has: their sender fits several clients, so a person must choose. */
export const unassigned = (day: Day): Promise<Section> =>
  section(day, {
    key: 'unassigned',
    title: { ru: 'Нераспределённые обращения', en: 'Requests that nobody has' },
    sql: `select 'inquiry/' || i.id as id, left(i.text, 120) as what,
        coalesce(i.raw ->> 'company', i.raw ->> 'name', i.raw ->> 'phone') as who, i.assigned_rule as why,
        i.received_at as since, null::timestamptz as due_at, null::bigint as amount, 'inquiries' as resource,
        i.id as record_id, null::uuid as deal_id, i.status as state
      from inquiry i where i.owner_id is null and i.deal_id is null`,
    params: [],
    action: () => ({ verb: 'assign', label: { ru: 'Назначить', en: 'Assign' } }),
  })

const deal = (why: string) => `select 'deal/' || d.id as id, d.title as what, c.name as who, ${why} as why,
    d.stage_since as since, d.next_due as due_at, d.amount_kopecks as amount, 'deals' as resource,
    d.id as record_id, d.id as deal_id, null as state
  from deal d left join company c on c.id = d.company_id left join app_user u on u.id = d.owner_id
  where d.status = 'open' and (d.overdue or d.next_due < ?)`

/** S-045: the term of the first answer has run out. */
export const breaches = (day: Day): Promise<Section> => {
  const [whose, params] = department(day)
  return section(day, {
    key: 'breaches',
    title: { ru: 'Срок первого ответа нарушен', en: 'First answer overdue' },
    sql: `${deal('u.name')} and d.first_answered_at is null and ${whose}`,
    params: [day.now, ...params],
    action: () => ({ verb: 'open', label: { ru: 'Открыть', en: 'Open' } }),
    sums: sums(day),
  })
}

/** S-063: deals that stand longer than their stage's norm. */
export const stuck = (day: Day): Promise<Section> => {
  const [whose, params] = department(day)
  return section(day, {
    key: 'stuck',
    title: { ru: 'Сделки стоят дольше нормы', en: 'Deals over their norm' },
    sql: `${deal(`concat_ws(' · ', u.name, (select w ->> 'what' from jsonb_array_elements(d.waits_for) w limit 1))`)}
      and d.first_answered_at is not null and ${whose}`,
    params: [day.now, ...params],
    action: () => ({ verb: 'open', label: { ru: 'Открыть', en: 'Open' } }),
    sums: sums(day),
  })
}

/** What those below should have done already. */
export const teamOverdue = (day: Day): Promise<Section> =>
  section(day, {
    key: 'team_overdue',
    title: { ru: 'Просроченные задачи отдела', en: 'Overdue tasks of the department' },
    sql: `select 'task/' || t.id as id, t.title as what, c.name as who, u.name as why, t.created_at as since, t.due_at,
        null::bigint as amount, 'tasks' as resource, t.id as record_id, t.deal_id, t.kind as state
      from task t left join company c on c.id = t.company_id left join app_user u on u.id = t.assignee_id
      where t.assignee_id = any (?::uuid[]) and t.status = 'open' and t.due_at < ?`,
    params: [
      uuids(day.actor.owners.filter(id => id !== day.actor.id && !day.actor.standsInFor.includes(id))),
      day.now,
    ],
  })
