import type { EntityManager } from '@mikro-orm/postgresql'
import { Contact } from '#domain/clients/contact.entity.ts'
import type { Inquiry } from '#domain/leads/inquiry.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import { inquiryVerbs } from './inquiries.policy.ts'
import type { InquiryAnswer } from './leads.contract.ts'

const given = (raw: Record<string, unknown>, field: string): string | null => {
  const value = Object.hasOwn(raw, field) ? raw[field] : null
  return typeof value === 'string' && value !== '' ? value : null
}

/** Inquiries of a page as they came; the sender's own words stand where no client is known. */
export async function presentInquiries(
  em: EntityManager,
  inquiries: Inquiry[],
  actor: Actor,
): Promise<InquiryAnswer[]> {
  const companies = await companiesById(
    em,
    inquiries.map(({ companyId }) => companyId),
  )
  const owners = await userNames(
    em,
    inquiries.map(({ ownerId }) => ownerId),
  )
  const contactIds = [...new Set(inquiries.flatMap(({ contactId }) => contactId ?? []))]
  const contacts = contactIds.length
    ? await em.find(Contact, { id: contactIds }, { fields: ['id', 'name'] })
    : []
  const contactNames = new Map(contacts.map(({ id, name }) => [id, name]))
  return inquiries.map(inquiry => ({
    id: inquiry.id,
    channel: inquiry.channel,
    source: inquiry.source,
    campaign: inquiry.campaign ?? null,
    text: inquiry.text,
    receivedAt: inquiry.receivedAt.toISOString(),
    companyId: inquiry.companyId ?? null,
    companyName: companies.get(inquiry.companyId ?? '')?.name ?? given(inquiry.raw, 'company'),
    contactId: inquiry.contactId ?? null,
    contactName: contactNames.get(inquiry.contactId ?? '') ?? given(inquiry.raw, 'name'),
    phone: given(inquiry.raw, 'phone'),
    email: given(inquiry.raw, 'email'),
    dealId: inquiry.dealId ?? null,
    ownerId: inquiry.ownerId ?? null,
    ownerName: owners.get(inquiry.ownerId ?? '') ?? null,
    status: inquiry.status,
    assignedRule: inquiry.assignedRule ?? null,
    version: inquiry.version,
    can: inquiryVerbs(actor, inquiry),
  }))
}
