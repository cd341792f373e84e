import pg from 'pg'
import type { World } from '../world/a-world.ts'
import { aDeal } from './a-deal.ts'

export interface Invoice {
  id: string
  status: string
  number: string
  companyId: string
  paidKopecks: number
  totals: { grossKopecks: number }
}
export interface Payment {
  id: string
  status: string
  matchedKopecks: number
  companyId: string | null
  matched: { invoiceId: string; number: string; amountKopecks: number }[]
  suggestions: { invoiceId: string; why: string; restKopecks: number }[]
  can: Record<string, boolean>
}

/** Issued invoices and the money on them, by those whose work it is. */
export function paying(world: () => World) {
  const today = () => new Date().toISOString().slice(0, 10)
  const inn = '7702070139'

  /** An issued invoice over 3 800 roubles, its process running. */
  async function anIssuedInvoice({ of = 'manager' } = {}): Promise<{ invoice: Invoice; dealId: string }> {
    const { dealId } = await aDeal(world(), { of, inn })
    const manager = await world().as(of)
    const { id } = await manager.post<Invoice>('/invoices', { dealId })
    await manager.post(`/invoices/${id}/submit`)
    const accountant = await world().as('accountant')
    const approval = await world().until(async () => {
      const [mine] = await accountant.list<{ id: string; nextDue: string | null }>('approvals', {
        mine: true,
        subjectId: id,
      })
      return mine?.nextDue ? mine : null
    })
    await accountant.post(`/approvals/${approval.id}/approve`)
    await world().until(async () => {
      const [row] = await world().sql<{ seq: number }>('select seq from invoice where id = ?', [id])
      return (row?.seq ?? 0) > 0
    })
    return { invoice: await invoiceWhen(id, ({ status }) => status === 'issued', of), dealId }
  }
  const invoiceWhen = (id: string, is: (invoice: Invoice) => boolean, login = 'manager'): Promise<Invoice> =>
    world().until(async () => {
      const invoice = await (await world().as(login)).get<Invoice>(`/invoices/${id}`)
      return is(invoice) ? invoice : null
    })
  const enter = async (amountKopecks: number, more: object = {}) =>
    (await world().as('accountant')).post<Payment>('/payments', {
      paidOn: today(),
      amountKopecks,
      payerInn: inn,
      payerName: 'ООО «Чистый дом»',
      purpose: 'Оплата',
      ...more,
    })
  const match = async (paymentId: string, body: object, key?: string) =>
    (await world().as('accountant')).ask('POST', `/payments/${paymentId}/match`, {
      body,
      ...(key ? { key } : {}),
    })
  const sums = async (invoiceId: string) =>
    world().sql<{ paid: string; matched: string }>(
      `select paid_kopecks as paid, (select coalesce(sum(amount_kopecks), 0) from payment_match where invoice_id = i.id) as matched
       from invoice i where id = ?`,
      [invoiceId],
    )

  /** Asks one after another, each once the one before waits for the invoice, and lets go when all wait. */
  async function whileHeld<T>(invoiceId: string, asking: (() => Promise<T>)[]): Promise<Promise<T>[]> {
    const [holder, watcher] = [0, 1].map(() => new pg.Client({ connectionString: world().database.adminUrl }))
    await Promise.all([holder?.connect(), watcher?.connect()])
    await holder?.query('begin')
    await holder?.query('select 1 from invoice where id = $1 for update', [invoiceId])
    const asked: Promise<T>[] = []
    const waiting = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    for (const ask of asking) {
      asked.push(ask())
      while ((await watcher?.query(waiting))?.rows[0].count < asked.length);
    }
    await holder?.query('commit')
    await Promise.all([holder?.end(), watcher?.end()])
    return asked
  }
  return { today, anIssuedInvoice, invoiceWhen, enter, match, sums, whileHeld }
}
