import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '../clients/company.entity.ts'
import { Contact } from '../clients/contact.entity.ts'
import { Deal } from '../sales/deal.entity.ts'
import { DealLine } from '../sales/deal-line.entity.ts'
import { type CivilDate, dateAt } from '../shared/civil-date.ts'
import { fact } from '../shared/fact.ts'
import { OwnCompany } from '../shared/own-company.entity.ts'
import type { OwnCompanyData } from '../shared/own-company.ts'
import type { Buyer, PaperLine } from './document-parts.ts'
import { type LineSource, type PaperSums, paperLines } from './paper-lines.ts'

/** What a new paper of a deal says: who buys, which lines at which sums, and the day it is made. */
export interface DocumentContent extends PaperSums {
  deal: Deal
  own: OwnCompany
  buyer: Buyer
  lines: PaperLine[]
  /** The company's own day. */
  today: CivilDate
}

/**
 * Reads what a paper of the deal would say now; from `lines` of an earlier paper instead of the deal's where given.
 * @throws NotFoundError for a deal the caller does not see; Fact NoLines, NoOwnCompany
 */
export async function documentContent(
  em: EntityManager,
  { dealId, now, lines }: { dealId: string; now: Date; lines?: readonly LineSource[] },
): Promise<DocumentContent> {
  const deal = await em.findOneOrFail(Deal, dealId)
  const own = await theOwnCompany(em)
  const sources = lines ?? (await em.find(DealLine, { dealId }, { orderBy: { position: 'asc' } }))
  if (sources.length === 0) throw fact('NoLines')
  const today = ownDate(own.data, now)
  return {
    deal,
    own,
    today,
    buyer: await buyerOf(em, deal),
    ...paperLines(sources, own.data.vatIncluded ? 'inside' : 'on_top', today),
  }
}

/** The company that runs this server. @throws Fact NoOwnCompany */
export async function theOwnCompany(em: EntityManager): Promise<OwnCompany> {
  const [own] = await em.find(OwnCompany, {}, { limit: 1 })
  if (!own) throw fact('NoOwnCompany')
  return own
}

/** The date on the company's own clock. */
export const ownDate = ({ workingHours }: OwnCompanyData, at: Date): CivilDate =>
  dateAt(at.getTime(), workingHours.zoneOffsetMinutes)

async function buyerOf(em: EntityManager, deal: Deal): Promise<Buyer> {
  const company = await em.findOneOrFail(Company, deal.companyId)
  const contact = deal.contactId ? await em.findOne(Contact, deal.contactId) : null
  return {
    companyId: company.id,
    name: company.name,
    fullName: company.fullName ?? null,
    inn: company.inn ?? null,
    kpp: company.kpp ?? null,
    address: company.addresses[0] ?? null,
    contactName: contact?.name ?? null,
  }
}
