import type { EntityManager } from '@mikro-orm/postgresql'
import type { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import type { CompanyAnswer, ContactAnswer } from './clients.contract.ts'
import { companyVerbs, mayLead } from './clients.policy.ts'

const contactsInList = 3
const contactsOnCard = 200

/** Clients as a page of a list shows them, each with its first contacts and how many of its deals are open. */
export const presentCompanies = (em: EntityManager, companies: Company[], actor: Actor) =>
  present(em, companies, actor, contactsInList)

/** One client with all its people. */
export async function presentCompany(
  em: EntityManager,
  company: Company,
  actor: Actor,
): Promise<CompanyAnswer> {
  const [answer] = await present(em, [company], actor, contactsOnCard)
  return answer as CompanyAnswer
}

async function present(
  em: EntityManager,
  companies: Company[],
  actor: Actor,
  contactsEach: number,
): Promise<CompanyAnswer[]> {
  const ids = companies.map(({ id }) => id)
  const owners = await userNames(
    em,
    companies.map(({ ownerId }) => ownerId),
  )
  const contacts = Map.groupBy(await firstContacts(em, ids, contactsEach), ({ companyId }) => companyId)
  const deals = await openDeals(em, ids)
  return companies.map(company => ({
    id: company.id,
    name: company.name,
    fullName: company.fullName ?? null,
    inn: company.inn ?? null,
    kpp: company.kpp ?? null,
    ogrn: company.ogrn ?? null,
    status: company.status,
    ownerId: company.ownerId,
    ownerName: owners.get(company.ownerId) ?? '',
    class: company.class ?? null,
    contacts: (contacts.get(company.id) ?? []).map(contact => toContact(contact, mayLead(actor, company))),
    addresses: company.addresses,
    phones: company.phones,
    emails: company.emails,
    needs: company.needs,
    openDeals: deals.get(company.id) ?? 0,
    lastContactAt: company.lastContactAt?.toISOString() ?? null,
    lastPurchaseAt: company.lastPurchaseAt?.toISOString() ?? null,
    createdAt: company.createdAt.toISOString(),
    version: company.version,
    can: companyVerbs(actor, company),
  }))
}

/** People of a page, whichever clients they belong to. */
export async function presentContacts(
  em: EntityManager,
  contacts: Contact[],
  actor: Actor,
): Promise<ContactAnswer[]> {
  const companies = await companiesById(
    em,
    contacts.map(({ companyId }) => companyId),
  )
  return contacts.map(contact => {
    const company = companies.get(contact.companyId)
    return toContact(contact, company !== undefined && mayLead(actor, company))
  })
}

const toContact = (contact: Contact, mayEdit: boolean): ContactAnswer => ({
  id: contact.id,
  companyId: contact.companyId,
  name: contact.name,
  position: contact.position ?? null,
  phones: contact.phones,
  emails: contact.emails,
  createdAt: contact.createdAt.toISOString(),
  version: contact.version,
  can: { edit: mayEdit },
})

async function firstContacts(em: EntityManager, companyIds: string[], each: number): Promise<Contact[]> {
  if (!companyIds.length) return []
  const rows = await em.execute<{ id: string }[]>(
    `select id from (select id, row_number() over (partition by company_id order by created_at, id) as place
       from contact where company_id in (${companyIds.map(() => '?').join(',')})) placed where place <= ?`,
    [...companyIds, each],
  )
  return em.find(Contact, { id: rows.map(({ id }) => id) }, { orderBy: { createdAt: 'asc', id: 'asc' } })
}

async function openDeals(em: EntityManager, companyIds: string[]): Promise<Map<string, number>> {
  if (!companyIds.length) return new Map()
  const rows = await em.execute<{ company_id: string; count: string }[]>(
    `select company_id, count(*) as count from deal
     where status = 'open' and company_id in (${companyIds.map(() => '?').join(',')}) group by company_id`,
    companyIds,
  )
  return new Map(rows.map(row => [row.company_id, Number(row.count)]))
}
