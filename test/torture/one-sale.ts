import type { MailServer } from '../world/a-mail-server.ts'
import { type Caller, type Callers, untilAnswered, untilSeen } from './caller.ts'
import type { House } from './house.ts'

export interface Client {
  name: string
  inn: string
  phone: string
  email: string
}
export interface Step {
  name: string
  run(): Promise<void>
}
interface Deal {
  id: string
  ownerId: string
  companyId: string
  stage: string
  status: string
  waitsFor: unknown[]
}
interface Paper {
  id: string
  status: string
  number: string | null
  totals: { grossKopecks: number }
}
interface Approval {
  id: string
  subject: { type: string; id: string }
}
interface Request {
  id: string
  status: string
  lines: { id: string; shippedQuantity: string }[]
}
interface SaleParts {
  house: House
  as: Callers
  mail: MailServer
  client: Client
}

/**
 * One sale from a site's form to won, as steps of people who repeat a command under its key until it is answered and
 * look until they see what must come. Each step begins from what earlier ones left in the base.
 */
export function oneSale({ house, as, mail, client }: SaleParts) {
  let deal = {} as Deal
  let manager = {} as Caller
  let [offer, invoice, contract] = [{} as Paper, {} as Paper, {} as Paper]
  let request = {} as Request
  const key = (verb: string) => `${client.inn}/${verb}`
  const seen = <T>(caller: Caller, path: string, is: (record: T) => boolean): Promise<T> =>
    untilSeen(house, async () => {
      const record = await caller.get<T>(path)
      return is(record) && record
    })
  const stage = async (wanted: string): Promise<void> => {
    deal = await seen<Deal>(manager, `/deals/${deal.id}`, now => now.stage === wanted)
  }
  const approve = async (login: string, subjectId: string): Promise<void> => {
    const approver = await as(login)
    const approval = await untilSeen(house, async () =>
      (await approver.list<Approval>('approvals', { status: 'waiting', subjectId })).at(0),
    )
    await approver.command(key(`approve ${approval.subject.type}`), `/approvals/${approval.id}/approve`)
  }
  const ofPaper = (path: string, status: string) =>
    seen<Paper>(manager, path, record => record.status === status)

  const steps: Record<string, () => Promise<void>> = {
    async form() {
      const { inquiryId } = await untilAnswered(
        house,
        () => sendForm(house, client),
        () => false,
      )
      const head = await as('head')
      const { dealId } = await head.get<{ dealId: string }>(`/inquiries/${inquiryId}`)
      deal = await head.get<Deal>(`/deals/${dealId}`)
      const managers = await Promise.all([as('manager'), as('manager2')])
      manager = managers.find(({ id }) => id === deal.ownerId) as Caller
      deal = await seen<Deal>(manager, `/deals/${deal.id}`, ({ waitsFor }) => waitsFor.length > 0)
    },
    async call() {
      await manager.command(key('call'), '/interactions', {
        ...{ companyId: deal.companyId, dealId: deal.id, kind: 'call', direction: 'out' },
        ...{ text: 'Нужны веники сорго', result: 'Дозвонился' },
      })
      await stage('qualification')
    },
    async lines() {
      const { data } = await manager.get<{ data: { id: string }[] }>(
        `/offerings?q=${encodeURIComponent('сорго')}`,
      )
      const line = { offeringId: data[0]?.id, quantity: '20', discountPercent: '10' }
      await manager.command(key('lines'), `/deals/${deal.id}/set-lines`, { lines: [line] })
    },
    async move() {
      await manager.command(key('move'), `/deals/${deal.id}/move`, { to: 'making_offer' })
      await stage('making_offer')
    },
    async offer() {
      offer = await manager.command(key('offer'), '/offers', { dealId: deal.id })
      await manager.command(key('submit offer'), `/offers/${offer.id}/submit`)
    },
    async discount() {
      await approve('head', offer.id)
      offer = await ofPaper(`/offers/${offer.id}`, 'approved')
    },
    async send() {
      await manager.command(key('send'), `/offers/${offer.id}/send`)
      await mail.received(({ to }) => to.includes(client.email))
      await stage('agreeing_terms')
    },
    async accept() {
      await manager.command(key('accept'), `/offers/${offer.id}/accept`)
      invoice = await untilSeen(house, async () =>
        (await manager.list<Paper>('invoices', { dealId: deal.id })).at(0),
      )
      await stage('papers_and_contract')
    },
    async contract() {
      contract = await manager.command(key('contract'), '/contracts', { dealId: deal.id })
      await manager.command(key('submit contract'), `/contracts/${contract.id}/submit`)
      await approve('lawyer', contract.id)
      await ofPaper(`/contracts/${contract.id}`, 'approved')
    },
    async invoice() {
      await manager.command(key('submit invoice'), `/invoices/${invoice.id}/submit`)
      await approve('accountant', invoice.id)
      invoice = await ofPaper(`/invoices/${invoice.id}`, 'issued')
      await stage('awaiting_payment')
    },
    async payment() {
      const half = invoice.totals.grossKopecks / 2
      for (const documentNumber of ['11', '12'])
        await (await as('accountant')).command(key(`payment ${documentNumber}`), '/payments', {
          ...{ paidOn: new Date().toISOString().slice(0, 10), amountKopecks: half, documentNumber },
          ...{ payerInn: client.inn, payerName: client.name, invoiceId: invoice.id },
          purpose: `Оплата по счёту № ${invoice.number}`,
        })
      await ofPaper(`/invoices/${invoice.id}`, 'paid')
      await stage('being_shipped')
    },
    async take() {
      const warehouse = await as('warehouse')
      request = await untilSeen(house, async () =>
        (await warehouse.list<Request>('department-requests', { dealId: deal.id })).at(0),
      )
      await ofRequest('take', {})
    },
    async pick() {
      const lineId = request.lines[0]?.id
      await ofRequest('pick', { lines: [{ lineId, quantity: '18' }] })
      await ofRequest('report-shortage', { lines: [{ lineId, quantity: '2' }] })
    },
    async ship() {
      await ofRequest('ship', { lines: [{ lineId: request.lines[0]?.id, quantity: '18' }] })
      await seen<Request>(
        manager,
        `/department-requests/${request.id}`,
        ({ lines }) => lines[0]?.shippedQuantity === '18',
      )
    },
    async rest() {
      await ofRequest('pick', { lines: [{ lineId: request.lines[0]?.id, quantity: '2' }] }, 'pick the rest')
      await ofRequest('ship', {}, 'ship the rest')
      await stage('check_up')
    },
    async check() {
      const task = await untilSeen(house, async () =>
        (await manager.list<{ id: string; kind: string }>('tasks', { dealId: deal.id, status: 'open' })).find(
          ({ kind }) => kind === 'check_call',
        ),
      )
      await manager.command(key('check call'), `/tasks/${task.id}/done`, { result: 'Всё получили' })
      await seen<Deal>(manager, `/deals/${deal.id}`, ({ status }) => status === 'won')
    },
  }
  const ofRequest = async (verb: string, body: object, name = verb): Promise<void> => {
    const warehouse = await as('warehouse')
    request = await warehouse.command(key(name), `/department-requests/${request.id}/${verb}`, body)
  }
  return {
    client,
    steps: Object.entries(steps).map(([name, run]): Step => ({ name, run })),
    dealId: () => deal.id,
    manager: () => manager,
    /** Of the person's command in the step. */
    key,
  }
}

/** The site's own delivery: it repeats under the same key until it is answered. */
export async function sendForm(house: House, { name, inn, phone, email }: Client) {
  const response = await fetch(`${house.url}/intake/forms/site`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `form ${inn}` },
    body: JSON.stringify({ name: 'Анна Белова', company: name, inn, phone, email, text: 'веники, 20 шт.' }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { inquiryId: string },
  }
}
