import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '../access/user.entity.ts'
import { Company } from '../clients/company.entity.ts'
import { DepartmentRequest } from '../requests/department-request.entity.ts'
import { Shipment } from '../requests/shipment.entity.ts'
import type { CivilDate } from '../shared/civil-date.ts'
import { Contract } from './contract.entity.ts'
import { contractPaper } from './contract-paper.ts'
import { ownDate, theOwnCompany } from './document-content.entity.ts'
import type { Buyer } from './document-parts.ts'
import { Invoice } from './invoice.entity.ts'
import { invoicePaper } from './invoice-paper.ts'
import { Offer } from './offer.entity.ts'
import { offerPaper } from './offer-paper.ts'
import type { AuthorFacts } from './paper-facts.ts'
import { shortDate } from './russian-dates.ts'
import { shipmentPaper } from './shipment-paper.ts'

export const paperSubjects = ['offer', 'invoice', 'contract', 'shipment'] as const
export type PaperSubject = (typeof paperSubjects)[number]

/** Whose paper it is and how the file is called. */
export interface PaperOf {
  subject: PaperSubject
  subjectId: string
  companyId: string
  seatId: string | null
  /** «Счёт № 117 от 02.03.2026»; the file's name without its ending, and the title in a reader. */
  title: string
}

/** Everything a paper is printed of, read as it stands now. @throws NotFoundError; Fact NoOwnCompany */
export async function loadPaper(em: EntityManager, subject: PaperSubject, id: string, now: Date) {
  switch (subject) {
    case 'offer':
      return { ...(await offerOrder(em, id, now)), template: 'offer' as const }
    case 'invoice':
      return { ...(await invoiceOrder(em, id, now)), template: 'invoice' as const }
    case 'contract':
      return { ...(await contractOrder(em, id, now)), template: 'contract' as const }
    default:
      return { ...(await shipmentOrder(em, id)), template: 'shipment_note' as const }
  }
}

async function offerOrder(em: EntityManager, id: string, now: Date) {
  const offer = await em.findOneOrFail(Offer, id)
  const { head, facts } = await common(em, 'offer', 'Коммерческое предложение', offer, offer.issuedOn, now)
  const author = await authorOf(em, offer.authorId)
  return { ...head, data: offerPaper({ ...facts, validUntil: offer.validUntil, author }) }
}

async function invoiceOrder(em: EntityManager, id: string, now: Date) {
  const invoice = await em.findOneOrFail(Invoice, id)
  const { head, facts } = await common(em, 'invoice', 'Счёт', invoice, invoice.issuedOn, now)
  const author = await authorOf(em, invoice.authorId)
  return { ...head, data: invoicePaper({ ...facts, dueDate: invoice.dueDate ?? null, author }) }
}

async function contractOrder(em: EntityManager, id: string, now: Date) {
  const contract = await em.findOneOrFail(Contract, id)
  const { head, facts } = await common(em, 'contract', 'Договор', contract, contract.issuedOn, now)
  return { ...head, data: contractPaper({ ...facts, validUntil: contract.validUntil ?? null }) }
}

async function shipmentOrder(em: EntityManager, id: string) {
  const shipment = await em.findOneOrFail(Shipment, id)
  const own = await theOwnCompany(em)
  const company = await em.findOneOrFail(Company, shipment.companyId)
  const request = await em.findOneOrFail(DepartmentRequest, shipment.requestId)
  const invoice = request.invoiceId ? await em.findOne(Invoice, request.invoiceId) : null
  const on = ownDate(own.data, shipment.shippedAt)
  const skus = new Map(request.lines.map(line => [line.id, line.sku]))
  const { number } = shipment
  const head: PaperOf = {
    subject: 'shipment',
    subjectId: shipment.id,
    companyId: shipment.companyId,
    seatId: shipment.seatId ?? null,
    title: `Накладная № ${number} от ${shortDate(on)}`,
  }
  return {
    ...head,
    data: shipmentPaper({
      own,
      number,
      on,
      buyer: buyerOf(company),
      basis: invoice?.number ? `Счёт № ${invoice.number} от ${shortDate(invoice.issuedOn ?? on)}` : null,
      promisedOn: request.promisedAt ? ownDate(own.data, request.promisedAt) : null,
      lines: shipment.lines.map(line => ({ ...line, sku: skus.get(line.lineId) ?? null })),
    }),
  }
}

/** What the three papers of a deal share: an unnumbered one is a draft, dated today. */
async function common(
  em: EntityManager,
  subject: PaperSubject,
  word: string,
  document: Offer | Invoice | Contract,
  issuedOn: CivilDate | null | undefined,
  now: Date,
) {
  const own = await theOwnCompany(em)
  const number = document.number ?? null
  const on = issuedOn ?? ownDate(own.data, now)
  const head: PaperOf = {
    subject,
    subjectId: document.id,
    companyId: document.companyId,
    seatId: 'seatId' in document ? (document.seatId ?? null) : null,
    title: number ? `${word} № ${number} от ${shortDate(on)}` : `${word} (черновик) ${document.buyer.name}`,
  }
  return {
    head,
    facts: { own, number, on, draft: number === null, buyer: document.buyer, lines: document.lines },
  }
}

async function authorOf(em: EntityManager, id: string): Promise<AuthorFacts> {
  const author = await em.findOneOrFail(User, id)
  return {
    name: author.name,
    position: author.position ?? null,
    phone: author.phone ?? null,
    email: author.email ?? null,
  }
}

const buyerOf = (company: Company): Buyer => ({
  companyId: company.id,
  name: company.name,
  fullName: company.fullName ?? null,
  inn: company.inn ?? null,
  kpp: company.kpp ?? null,
  address: company.addresses[0] ?? null,
  contactName: null,
})
