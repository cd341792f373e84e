import type { EntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { contactKeys } from '#domain/clients/contact-keys.ts'
import { checkedRequisites } from './check-requisites.ts'
import type { CreateCompany } from './clients.contract.ts'
import { refuseKnownClient } from './refuse-known-client.ts'

export interface NewCompany {
  wanted: z.output<typeof CreateCompany>
  ownerId: string
  now: Date
  ids(): string
  /** Somebody has said that its phones and mails, which others share, mean nothing: only the ИНН tells. */
  byInnOnly?: boolean
}

/** A new client with its first person, in the caller's transaction. @throws InvalidRequisite, ClientExists */
export async function createCompany(
  em: EntityManager,
  { wanted, ownerId, now, ids, byInnOnly = false }: NewCompany,
): Promise<Company> {
  const { contact, phones = [], emails = [], addresses = [], needs = [], ...rest } = wanted
  const { inn = null, kpp = null, ogrn = null } = checkedRequisites(rest)
  const person = { phones: contact?.phones ?? [], emails: contact?.emails ?? [] }
  const own = contactKeys({ phones, emails })
  const personal = contactKeys(person)
  await refuseKnownClient(em, { inn, kpp, keys: byInnOnly ? [] : [...own, ...personal] })
  const company = em.create(Company, {
    id: ids(),
    createdAt: now,
    name: rest.name,
    fullName: rest.fullName ?? null,
    ...{ inn, kpp, ogrn },
    status: 'potential',
    ownerId,
    class: rest.class ?? null,
    ...{ addresses, phones, emails, needs },
    contactKeys: own,
  })
  await em.flush()
  if (contact)
    em.create(Contact, {
      id: ids(),
      createdAt: now,
      companyId: company.id,
      name: contact.name,
      position: contact.position ?? null,
      ...person,
      contactKeys: personal,
    })
  await em.flush()
  return company
}
