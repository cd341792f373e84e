import type { DealEventKey } from '#domain/sales/deal-events.ts'
import type { ClientAtHand, Demo } from './demo.ts'
import type { DemoPerson } from './demo-person.ts'

/** A deal of the demo in the hands of its manager. */
export interface Sale {
  demo: Demo
  /** Names the keys of its changes. */
  name: string
  dealId: string
  companyId: string
  contactId: string | null
  manager: DemoPerson
}
interface DealView {
  id: string
  companyId: string
  contactId: string | null
  ownerId: string
}

export interface Wish {
  text: string
  products?: { sku: string; name: string; quantity: string }[]
  source?: string
  /** Who asks; a client of the demo is recognised by its phone. */
  from: { name?: string; phone?: string; email?: string; company?: string }
}

/** A site's form, sent as the site sends it. Answers the inquiry's id. */
export async function sendForm(
  demo: Demo,
  name: string,
  { from, text, products, source }: Wish,
): Promise<string> {
  const response = await fetch(`${demo.url}/intake/forms/${source ?? 'site'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `demo/${name}` },
    body: JSON.stringify({ ...from, text, ...(products ? { products } : {}) }),
  })
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { inquiryId: string }).inquiryId
}

/** The deal that the form began, with the manager whom the rule gave it to. */
export async function inquire(demo: Demo, name: string, wish: Wish): Promise<Sale> {
  const inquiryId = await sendForm(demo, name, wish)
  const { dealId } = await demo.person('director').get<{ dealId: string | null }>(`/inquiries/${inquiryId}`)
  if (!dealId) throw new Error(`${name}: обращение не стало сделкой`)
  return saleOf(demo, name, dealId)
}

/** The same from a client whom the base knows. */
export const inquireAs = (
  demo: Demo,
  name: string,
  client: ClientAtHand,
  wish: Omit<Wish, 'from'>,
): Promise<Sale> =>
  inquire(demo, name, { ...wish, from: { phone: client.phone, email: client.email, company: client.name } })

/** A deal that the manager begins by hand. */
export async function begin(
  demo: Demo,
  name: string,
  client: ClientAtHand,
  { title, funnelId }: { title: string; funnelId?: string },
): Promise<Sale> {
  const { id } = await client.manager.post<DealView>(`${name}/begin`, '/deals', {
    title,
    companyId: client.id,
    contactId: client.contactId,
    ...(funnelId ? { funnelId } : {}),
  })
  return saleOf(demo, name, id)
}

async function saleOf(demo: Demo, name: string, dealId: string): Promise<Sale> {
  const deal = await demo.person('director').get<DealView>(`/deals/${dealId}`)
  const { companyId, contactId } = deal
  return { demo, name, dealId, companyId, contactId, manager: demo.person(deal.ownerId) }
}

/**
 * Waits until the deal's process has heard of it: what its funnel does about it, the next stage above all, is written
 * in the same transaction. So no stage is named here, and each funnel has its own.
 */
export const heard = ({ demo, dealId, name }: Sale, event: DealEventKey): Promise<true> =>
  demo.changes.until('deals', `${name}: ${event}`, async () => {
    const subject = `deal/${dealId}`
    const events = await demo
      .person('director')
      .list<{ kind: string; subject: string }>('process-events', { subject })
    // Lines of its invoices and approvals are shown beside its own.
    return events.some(line => line.kind === event && line.subject === subject) || null
  })

/** Waits for something of the deal that a process makes; the newest. */
export const awaitOf = <T extends { id: string }>(
  { demo, dealId, name }: Sale,
  resource: string,
  filter: object = {},
  fits: (one: T) => boolean = () => true,
): Promise<T> =>
  demo.changes.until(resource, `${name}: ${resource} ${JSON.stringify(filter)}`, async () =>
    (await demo.person('director').list<T>(resource, { dealId, ...filter })).find(fits),
  )
