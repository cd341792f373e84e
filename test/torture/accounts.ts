import type { House } from './house.ts'

/** The path of the wholesale funnel when nothing goes wrong. */
export const wholePath = [
  ...['new_inquiry', 'qualification', 'making_offer', 'agreeing_terms', 'papers_and_contract'],
  ...['awaiting_payment', 'being_shipped', 'check_up', 'sold'],
]

/** How often each effect of one client's sale stands in the base; read by SQL only. */
export async function effectsOf(house: House, inn: string): Promise<Record<string, unknown>> {
  const one = async (query: string): Promise<unknown> =>
    (await house.sql<{ value: unknown }>(query, [inn]))[0]?.value
  const count = (from: string): Promise<unknown> =>
    one(`${client} select count(*)::int as value from ${from}`)
  return {
    companies: await count('mine'),
    contacts: await count('contact where company_id in (select id from mine)'),
    inquiries: await count('inquiry where company_id in (select id from mine)'),
    deals: await count('deal where company_id in (select id from mine)'),
    wonDeals: await count(`deal where status = 'won' and company_id in (select id from mine)`),
    runningDeals: await count(
      `deal where status = 'open' and waits_for <> '[]' and company_id in (select id from mine)`,
    ),
    calls: await count('interaction where company_id in (select id from mine)'),
    offers: await count('offer where company_id in (select id from mine)'),
    invoices: await count('invoice where company_id in (select id from mine)'),
    contracts: await count('contract where company_id in (select id from mine)'),
    approvals:
      await one(`${client} select string_agg(subject_type || ' ' || status, ', ' order by subject_type)
      as value from approval where company_id in (select id from mine)`),
    letters: await one(`${client} select string_agg(status, ', ') as value from letter
      where company_id in (select id from mine)`),
    payments: await count('payment where company_id in (select id from mine)'),
    matches: await count(
      'payment_match where invoice_id in (select id from invoice where company_id in (select id from mine))',
    ),
    requests: await count('department_request where company_id in (select id from mine)'),
    shipments: await count('shipment where company_id in (select id from mine)'),
    shippedQuantity: await one(`${client} select sum(quantity)::float8 as value from issued_goods
      where deal_id in (select id from deal where company_id in (select id from mine))`),
    checkCalls: await count(`task where kind = 'check_call' and company_id in (select id from mine)`),
    doneTasks: await count(`task where status = 'done' and company_id in (select id from mine)`),
  }
}
const client = 'with mine as (select id from company where inn = $1)'

/** One sale without a kill leaves exactly this. */
export const onceEach = {
  ...{
    companies: 1,
    contacts: 1,
    inquiries: 1,
    deals: 1,
    runningDeals: 0,
    wonDeals: 1,
    calls: 2,
    offers: 1,
    invoices: 1,
  },
  ...{ contracts: 1, approvals: 'contract approved, invoice approved, offer approved', letters: 'sent' },
  ...{ payments: 2, matches: 2, requests: 1, shipments: 2, shippedQuantity: 20, checkCalls: 1, doneTasks: 1 },
}

/** Stages in the order of the path, and lines of any path that stand there twice. */
export async function pathOf(house: House, dealId: string) {
  const stages = await house.sql<{ stage: string }>(
    `select coalesce(data ->> 'stage', stage) as stage from process_event
     where subject = $1 and kind = 'stage_entered' order by seq, at, id`,
    [`deal/${dealId}`],
  )
  const doubled = await house.sql(
    `select subject, seq, kind, title, count(*)::int as times from process_event where deal_id = $1
     group by subject, seq, kind, title, data having count(*) > 1`,
    [dealId],
  )
  const backwards = await house.sql(
    `select subject, seq from (select subject, seq, at, lag(at) over (partition by subject order by seq, at) as before
       from process_event where deal_id = $1) line where at < before`,
    [dealId],
  )
  return { stages: stages.map(({ stage }) => stage), doubled, backwards }
}

/** Numbers of one kind of document, as they were given; whole numbers from 1 without a gap when all is well. */
export async function numbersOf(house: House, table: 'offer' | 'invoice' | 'contract' | 'shipment') {
  const rows = await house.sql<{ number: string }>(`select number from ${table} where number is not null`)
  return rows.map(({ number }) => Number(/\d+$/.exec(number)?.[0])).sort((a, b) => a - b)
}
