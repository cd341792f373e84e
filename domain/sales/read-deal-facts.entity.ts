import type { DealFacts } from './deal-facts.ts'

/** The open transaction: anything that runs SQL in it. */
interface Transaction {
  execute<T>(sql: string, params: unknown[]): Promise<T>
}
interface Row {
  first_answered: boolean
  next_step: boolean
  contact: boolean
  inn: boolean
  class: NonNullable<DealFacts['companyClass']> | null
  channel: string | null
  source: string | null
  lines: string
  amount: string
  discount: string | null
  offer: NonNullable<DealFacts['offerStatus']> | null
  invoice: NonNullable<DealFacts['invoiceStatus']> | null
  contract: NonNullable<DealFacts['contractStatus']> | null
  paid: string
  fully_paid: boolean
  request: NonNullable<DealFacts['requestStatus']> | null
  check_call: boolean
}

/**
 * The facts of a deal as the base knows them now, for the process and for judging a move. One query. A paper's state is
 * that of its newest one; a void or declined one counts only when there is no other. Holds the deal to the end of the
 * transaction: of two that tell the process, the later one tells what both have done.
 */
export async function readDealFacts(em: Transaction, dealId: string): Promise<DealFacts> {
  const rows = await em.execute<Row[]>(
    `select d.first_answered_at is not null as first_answered, d.next_step_text is not null as next_step,
       d.contact_id is not null as contact, c.inn is not null as inn, c.class, i.channel, i.source,
       (select count(*) from deal_line l where l.deal_id = d.id) as lines, d.amount_kopecks as amount,
       (select max(l.discount_percent) from deal_line l where l.deal_id = d.id) as discount,
       (select status from offer o where o.deal_id = d.id order by status in ('declined', 'expired'), o.created_at desc limit 1) as offer,
       v.status as invoice, coalesce(v.paid_kopecks, 0) as paid, coalesce(v.status = 'paid', false) as fully_paid,
       (select status from contract k where k.deal_id = d.id order by status = 'terminated', k.created_at desc limit 1) as contract,
       (select status from department_request r where r.deal_id = d.id and r.kind = 'warehouse'
         order by status in ('refused', 'cancelled'), r.created_at desc limit 1) as request,
       exists (select 1 from task t where t.deal_id = d.id and t.kind = 'check_call' and t.status = 'done') as check_call
     from deal d join company c on c.id = d.company_id left join inquiry i on i.id = d.inquiry_id
     left join lateral (select status, paid_kopecks from invoice v where v.deal_id = d.id
       order by status = 'void', v.created_at desc limit 1) v on true
     where d.id = ? for update of d`,
    [dealId],
  )
  const row = rows[0]
  if (!row) return {}
  return {
    firstAnswered: row.first_answered,
    nextStepPlanned: row.next_step,
    contactKnown: row.contact,
    companyKnown: true,
    companyInnKnown: row.inn,
    companyClass: row.class,
    channel: row.channel,
    source: row.source,
    linesCount: Number(row.lines),
    amountKopecks: row.amount,
    maxDiscountPercent: row.discount,
    offerStatus: row.offer,
    invoiceStatus: row.invoice,
    contractStatus: row.contract,
    paidKopecks: row.paid,
    fullyPaid: row.fully_paid,
    requestStatus: row.request,
    shipped: row.request === 'done',
    checkCallDone: row.check_call,
  }
}
