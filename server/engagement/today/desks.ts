import { moneySight } from '#domain/access/roles.ts'
import { seatsToDecideFrom } from '../../approvals/approvals.policy.ts'
import { type Day, type Section, section, uuids } from './section.ts'

const sums = ({ actor }: Day) => moneySight(actor.roles).sums

/** What this person is asked to approve, by time left; never his own paper. */
export const approvals = (day: Day): Promise<Section> =>
  section(day, {
    key: 'approvals',
    title: { ru: 'Ждут вашего согласования', en: 'Waiting for your approval' },
    sql: `select 'approval/' || a.id as id, a.title as what, c.name as who, a.reason as why, a.created_at as since,
        a.next_due as due_at, a.amount_kopecks as amount, 'approvals' as resource, a.id as record_id,
        null::uuid as deal_id, a.subject_type as state
      from approval a left join company c on c.id = a.company_id
      where a.status = 'waiting' and a.waiting_seats && ?::uuid[] and a.author_id <> ?`,
    params: [uuids(seatsToDecideFrom(day.actor)), day.actor.id],
    action: () => ({ verb: 'approve', label: { ru: 'Решить', en: 'Decide' } }),
    sums: sums(day),
  })

/** Money that came and belongs to no invoice yet. */
export const unmatchedPayments = (day: Day): Promise<Section> =>
  section(day, {
    key: 'unmatched_payments',
    title: { ru: 'Неразнесённые оплаты', en: 'Payments not matched' },
    sql: `select 'payment/' || p.id as id, coalesce(p.payer_name, p.payer_inn, '—') as what, c.name as who, p.purpose as why,
        p.paid_on::timestamptz as since, null::timestamptz as due_at, p.amount_kopecks - p.matched_kopecks as amount,
        'payments' as resource, p.id as record_id, null::uuid as deal_id, p.status as state
      from payment p left join company c on c.id = p.company_id where p.status in ('unmatched', 'partly')`,
    params: [],
    action: () => ({ verb: 'match', label: { ru: 'Разнести', en: 'Match' } }),
    sums: moneySight(day.actor.roles).payments,
  })

/** Invoices whose day has passed, with what is left to pay. */
export const overdueInvoices = (day: Day): Promise<Section> =>
  section(day, {
    key: 'overdue_invoices',
    title: { ru: 'Просроченные счета', en: 'Overdue invoices' },
    sql: `select 'invoice/' || i.id as id, 'Счёт № ' || coalesce(i.number, '—') as what, c.name as who, null as why,
        i.issued_at as since, i.due_date::timestamptz as due_at, i.gross_kopecks - i.paid_kopecks as amount,
        'invoices' as resource, i.id as record_id, null::uuid as deal_id, i.status as state
      from invoice i left join company c on c.id = i.company_id
      where i.status in ('issued', 'partly_paid', 'overdue') and i.due_date < ?::date`,
    params: [day.today],
    sums: moneySight(day.actor.roles).payments,
  })

/** The warehouse's queue by promised time. */
export const warehouseQueue = (day: Day): Promise<Section> =>
  section(day, {
    key: 'requests',
    title: { ru: 'Заявки на склад', en: 'Warehouse requests' },
    sql: `select 'request/' || r.id as id, r.subject as what, r.company_name as who, r.remark as why, r.created_at as since,
        r.promised_at as due_at, null::bigint as amount, 'department-requests' as resource, r.id as record_id,
        null::uuid as deal_id, r.status as state
      from department_request r
      where r.kind = 'warehouse' and r.status in ('new', 'taken', 'in_progress', 'short')`,
    params: [],
    action: ({ state }) =>
      state === 'new'
        ? { verb: 'take', label: { ru: 'Взять', en: 'Take' } }
        : { verb: 'pick', label: { ru: 'Собрать', en: 'Pick' } },
  })
