import type { EntityManager } from '@mikro-orm/postgresql'
import { type MoneySight, moneySight } from '#domain/access/roles.ts'
import type { Contract } from '#domain/documents/contract.entity.ts'
import type { PaperLine } from '#domain/documents/document-parts.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Offer } from '#domain/documents/offer.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { kopecksToNumber } from '#domain/shared/kopecks.ts'
import type { Actor } from '../shared/actor.ts'
import { userNames } from '../shared/names-of.ts'
import { ownCompany } from '../shared/own-company.ts'
import type { ContractAnswer, InvoiceAnswer, OfferAnswer } from './documents.contract.ts'
import { contractVerbs, type DealBehind, invoiceVerbs, offerVerbs } from './documents.policy.ts'

type Paper = Offer | Invoice | Contract
interface Page {
  names: Map<string, string>
  deals: Map<string, Deal>
  sight: MoneySight
}

/** The only road out for offers; `can` says what the caller may do now. */
export async function presentOffers(
  em: EntityManager,
  offers: Offer[],
  actor: Actor,
): Promise<OfferAnswer[]> {
  const page = await pageOf(em, offers, actor)
  return offers.map(offer => ({
    ...common(offer, page),
    dealId: offer.dealId,
    revision: offer.revision,
    issuedOn: offer.issuedOn ?? null,
    status: offer.status,
    validUntil: offer.validUntil,
    totals: totalsOf(offer, page.sight),
    maxDiscountPercent: page.sight.prices ? plain(offer.maxDiscountPercent) : null,
    sentAt: offer.sentAt?.toISOString() ?? null,
    decidedAt: offer.decidedAt?.toISOString() ?? null,
    can: offerVerbs(actor, offer, behind(page, offer.dealId)),
  }))
}

export async function presentInvoices(
  em: EntityManager,
  invoices: Invoice[],
  actor: Actor,
): Promise<InvoiceAnswer[]> {
  const page = await pageOf(em, invoices, actor)
  const { directorFromKopecks } = (await ownCompany(em)).data
  return invoices.map(invoice => ({
    ...common(invoice, page),
    dealId: invoice.dealId,
    offerId: invoice.offerId ?? null,
    issuedAt: invoice.issuedAt?.toISOString() ?? null,
    status: invoice.status,
    dueDate: invoice.dueDate ?? null,
    totals: totalsOf(invoice, page.sight),
    paidKopecks: page.sight.payments ? kopecksToNumber(invoice.paidKopecks) : null,
    voidReason: invoice.voidReason ?? null,
    sentAt: invoice.sentAt?.toISOString() ?? null,
    can: invoiceVerbs(actor, invoice, behind(page, invoice.dealId), directorFromKopecks),
  }))
}

export async function presentContracts(
  em: EntityManager,
  contracts: Contract[],
  actor: Actor,
): Promise<ContractAnswer[]> {
  const page = await pageOf(em, contracts, actor)
  return contracts.map(contract => ({
    ...common(contract, page),
    dealId: contract.dealId ?? null,
    status: contract.status,
    validFrom: contract.validFrom ?? null,
    validUntil: contract.validUntil ?? null,
    subject: contract.subject,
    totals: totalsOf({ ...contract, netKopecks: contract.grossKopecks - contract.vatKopecks }, page.sight),
    remark: contract.remark ?? null,
    can: contractVerbs(actor, contract, behind(page, contract.dealId)),
  }))
}

/** One query for each kind of name, whatever the length of the page. */
async function pageOf(em: EntityManager, papers: readonly Paper[], actor: Actor): Promise<Page> {
  const names = await userNames(
    em,
    papers.map(({ authorId }) => authorId),
  )
  const ids = [...new Set(papers.flatMap(({ dealId }) => dealId ?? []))]
  const deals = ids.length ? await em.find(Deal, { id: ids }) : []
  return { names, deals: new Map(deals.map(deal => [deal.id, deal])), sight: moneySight(actor.roles) }
}

const behind = ({ deals }: Page, dealId: string | null | undefined): DealBehind =>
  (dealId && deals.get(dealId)) || null

const common = (paper: Paper, { names, sight }: Page) => ({
  id: paper.id,
  companyId: paper.companyId,
  authorId: paper.authorId,
  authorName: names.get(paper.authorId) ?? null,
  number: paper.number ?? null,
  buyer: paper.buyer,
  lines: paper.lines.map(line => presentLine(line, sight)),
  fileId: sight.sums ? (paper.fileId ?? null) : null,
  approvalId: paper.approvalId ?? null,
  createdAt: paper.createdAt.toISOString(),
  version: paper.version,
})

const presentLine = (line: PaperLine, { prices }: MoneySight) => ({
  ...line,
  priceKopecks: prices ? Number(line.priceKopecks) : null,
  discountPercent: prices ? line.discountPercent : null,
  vatRate: prices ? line.vatRate : null,
  netKopecks: prices ? Number(line.netKopecks) : null,
  vatKopecks: prices ? Number(line.vatKopecks) : null,
  grossKopecks: prices ? Number(line.grossKopecks) : null,
})

const totalsOf = (
  paper: { netKopecks: bigint; vatKopecks: bigint; grossKopecks: bigint },
  { sums }: MoneySight,
) =>
  sums
    ? {
        netKopecks: kopecksToNumber(paper.netKopecks),
        vatKopecks: kopecksToNumber(paper.vatKopecks),
        grossKopecks: kopecksToNumber(paper.grossKopecks),
      }
    : null

/** '5.00' → '5'. */
const plain = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)
