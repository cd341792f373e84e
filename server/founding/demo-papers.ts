import { awaitOf, heard, type Sale } from './demo-sale.ts'

export interface Paper {
  id: string
  status: string
  number: string | null
  totals: { grossKopecks: number } | null
}
interface ApprovalView {
  id: string
  status: string
  currentSteps: string[]
}

/** An offer of the deal's lines, submitted: within the manager's limit it is approved at once. */
export async function makeOffer({ manager, name, dealId }: Sale): Promise<Paper> {
  const { id } = await manager.post<Paper>(`${name}/offer`, '/offers', { dealId })
  return manager.post<Paper>(`${name}/offer/submit`, `/offers/${id}/submit`)
}

/** Mails an approved offer; the deal goes on as its funnel says. */
export async function sendOffer(sale: Sale, offer: Paper): Promise<void> {
  await sale.manager.post(`${sale.name}/offer/send`, `/offers/${offer.id}/send`)
  await heard(sale, 'offer_sent')
}

/** The client has the offer before the answer comes. */
export const letterHasLeft = (sale: Sale) =>
  awaitOf<{ id: string; status: string }>(sale, 'letters', {}, ({ status }) => status !== 'waiting')

/** The client said yes: the funnel drafts the invoice, which is answered. */
export async function acceptOffer(sale: Sale, offer: Paper): Promise<Paper> {
  await sale.manager.post(`${sale.name}/offer/accept`, `/offers/${offer.id}/accept`)
  const invoice = await awaitOf<Paper>(sale, 'invoices')
  await heard(sale, 'offer_accepted')
  return invoice
}

/** From the lines to an offer accepted: the way of a deal whose client agrees at once. */
export async function agree(sale: Sale): Promise<Paper> {
  const offer = await makeOffer(sale)
  await sendOffer(sale, offer)
  return acceptOffer(sale, offer)
}

export async function submitInvoice({ manager, name }: Sale, invoice: Paper): Promise<void> {
  await manager.post(`${name}/invoice/submit`, `/invoices/${invoice.id}/submit`)
}

/** The accountant approves and the invoice is issued and mailed. */
export async function issueInvoice(sale: Sale, invoice: Paper): Promise<Paper> {
  await submitInvoice(sale, invoice)
  await approve(sale, invoice.id, 'accountant')
  const issued = await awaitOf<Paper>(sale, 'invoices', { id: invoice.id }, one => one.number !== null)
  await heard(sale, 'invoice_issued')
  await sale.manager.post(`${sale.name}/invoice/send`, `/invoices/${issued.id}/send`)
  return issued
}

/** A contract of the deal on its way to the lawyer. */
export async function submitContract({ manager, name, dealId }: Sale): Promise<Paper> {
  const { id } = await manager.post<Paper>(`${name}/contract`, '/contracts', { dealId })
  return manager.post<Paper>(`${name}/contract/submit`, `/contracts/${id}/submit`)
}

/** The process has opened it, or is through with it already. */
const byNow = ({ status, currentSteps }: ApprovalView): boolean =>
  status !== 'waiting' || currentSteps.length > 0

/** Waits until the approval is open and approves; the steps before this person's are decided. */
export async function approve(sale: Sale, subjectId: string, login: string, remark?: string): Promise<void> {
  const person = sale.demo.person(login)
  const approval = await awaitOf<ApprovalView>(sale, 'approvals', { subjectId }, byNow)
  await person.post(
    `${sale.name}/approve/${login}`,
    `/approvals/${approval.id}/approve`,
    remark ? { remark } : {},
  )
}
