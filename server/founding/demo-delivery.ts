import type { ClientAtHand } from './demo.ts'
import type { Paper } from './demo-papers.ts'
import { awaitOf, heard, type Sale } from './demo-sale.ts'

interface RequestView {
  id: string
  status: string
  lines: { id: string; sku: string | null; quantity: string }[]
}
type Parts = { lineId: string; quantity: string }[]

/** The accountant enters what the bank said and matches it to the invoice. */
export async function pay(
  { demo, name }: Sale,
  { invoice, client, share }: { invoice: Paper; client: ClientAtHand; share: number },
): Promise<void> {
  await demo.person('accountant').post(`${name}/pay`, '/payments', {
    paidOn: demo.dates.day(0),
    amountKopecks: Math.round((invoice.totals?.grossKopecks ?? 0) * share),
    payerInn: client.inn,
    payerName: client.name,
    purpose: `Оплата по счёту № ${invoice.number}, в т. ч. НДС 22 %`,
    invoiceId: invoice.id,
  })
}

/** The warehouse request that the paid deal has begun by itself, once its process listens. */
export async function warehouseRequest(sale: Sale): Promise<RequestView> {
  const request = await awaitOf<RequestView>(sale, 'department-requests')
  const { changes, person } = sale.demo
  await changes.until('participations', `${sale.name}: процесс заявки`, async () => {
    const path = await person('director').list('process-events', { subject: `request/${request.id}` })
    return path.length > 0
  })
  return request
}

const step = (
  { demo, name }: Sale,
  verb: string,
  request: RequestView,
  body: object,
  nth = 1,
): Promise<RequestView> =>
  demo
    .person('warehouse')
    .post(`${name}/request/${verb}/${nth}`, `/department-requests/${request.id}/${verb}`, body)

export const take = (sale: Sale, request: RequestView, promisedAt: string) =>
  step(sale, 'take', request, { promisedAt })
export const pick = (sale: Sale, request: RequestView, lines: Parts, nth = 1) =>
  step(sale, 'pick', request, { lines }, nth)
export const reportShortage = (sale: Sale, request: RequestView, lines: Parts, expectedOn: string) =>
  step(sale, 'report-shortage', request, { lines, expectedOn })
/** All that is picked leaves; the last shipment closes the request. */
export const ship = (sale: Sale, request: RequestView, nth = 1) => step(sale, 'ship', request, {}, nth)

export const wholeOf = ({ lines }: RequestView): Parts =>
  lines.map(({ id, quantity }) => ({ lineId: id, quantity }))

/** The call after the shipment, which wins the deal. */
export async function makeCheckCall(sale: Sale, result: string): Promise<void> {
  const task = await awaitOf<{ id: string }>(sale, 'tasks', { kind: 'check_call' })
  await sale.manager.post(`${sale.name}/check-call`, `/tasks/${task.id}/done`, { result })
  await heard(sale, 'deal_won')
}
