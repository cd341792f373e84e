import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { contactKeys, emailKey, innKey, phoneKey } from '#domain/clients/contact-keys.ts'
import {
  type ClientCandidate,
  type Recognition,
  recogniseClient,
  type SenderKeys,
} from '#domain/leads/recognise-client.ts'
import { lockClientKeys } from '../clients/lock-client-keys.ts'
import type { IntakeForm } from './leads.contract.ts'

export const senderKeys = (form: IntakeForm): SenderKeys => ({
  inn: innKey(form.inn ?? ''),
  phone: phoneKey(form.phone ?? ''),
  email: emailKey(form.email ?? ''),
})

interface Row {
  company_id: string
  contact_id: string | null
  inn: string | null
  keys: string[]
}

/** Whom the sender may be among all clients. `em` must have the machine's sight and be in a transaction. */
export async function findClient(em: EntityManager, sender: SenderKeys): Promise<Recognition> {
  const keys = [sender.phone, sender.email].filter(key => key !== null)
  await lockClientKeys(em, [sender.inn, ...keys])
  const rows = await em.execute<Row[]>(
    `select c.id as company_id, null::uuid as contact_id, c.inn, c.contact_keys as keys from company c
       where c.inn = ? or c.contact_keys && ?::text[]
     union all
     select c.id, k.id, c.inn, k.contact_keys from contact k join company c on c.id = k.company_id
       where k.contact_keys && ?::text[] or c.inn = ?
     limit 50`,
    [sender.inn, `{${keys.map(quoted).join(',')}}`, `{${keys.map(quoted).join(',')}}`, sender.inn],
  )
  const candidates: ClientCandidate[] = rows.map(row => ({
    companyId: row.company_id,
    contactId: row.contact_id,
    inn: row.inn,
    contactKeys: row.keys,
  }))
  return recogniseClient(sender, candidates)
}
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, sign => `\\${sign}`)}"`

export interface NewClient {
  form: IntakeForm
  ownerId: string
  companyId: string
  contactId: string
  now: Date
}

/** A new client of what the form tells; a person without a company becomes a client by name. */
export function makeClient(
  em: EntityManager,
  { form, ownerId, companyId, contactId, now }: NewClient,
): string {
  const phones = form.phone ? [form.phone] : []
  const emails = form.email ? [form.email] : []
  const name = form.company || form.name || form.phone || form.email || 'Без названия'
  em.create(Company, {
    id: companyId,
    createdAt: now,
    name: name.slice(0, 200),
    inn: innKey(form.inn ?? ''),
    status: 'potential',
    ownerId,
    addresses: [],
    phones,
    emails,
    needs: [],
    contactKeys: contactKeys({ phones, emails }),
    lastContactAt: now,
  })
  return form.name ? makeContact(em, { form, companyId, contactId, now }) : ''
}

export function makeContact(
  em: EntityManager,
  { form, companyId, contactId, now }: Omit<NewClient, 'ownerId'>,
): string {
  const phones = form.phone ? [form.phone] : []
  const emails = form.email ? [form.email] : []
  em.create(Contact, {
    id: contactId,
    createdAt: now,
    companyId,
    name: (form.name || form.phone || form.email || 'Контакт').slice(0, 200),
    phones,
    emails,
    contactKeys: contactKeys({ phones, emails }),
  })
  return contactId
}
