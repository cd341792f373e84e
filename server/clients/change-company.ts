import type { EntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import type { Company } from '#domain/clients/company.entity.ts'
import { contactKeys } from '#domain/clients/contact-keys.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { checkedRequisites } from './check-requisites.ts'
import type { ChangeCompany } from './clients.contract.ts'
import { refuseKnownClient } from './refuse-known-client.ts'
import { tellDeal } from './tell-deal.ts'

/**
 * Changes what is given; its open deals hear that more is known of their client. In the caller's transaction.
 * @throws InvalidRequisite, ClientExists (another client has this ИНН)
 */
export async function changeCompany(
  em: EntityManager,
  company: Company,
  given: z.output<typeof ChangeCompany>,
  actor: Actor,
): Promise<void> {
  const requisites = checkedRequisites(given)
  const inn = requisites.inn === undefined ? (company.inn ?? null) : requisites.inn
  const kpp = requisites.kpp === undefined ? (company.kpp ?? null) : requisites.kpp
  if (inn !== (company.inn ?? null) || kpp !== (company.kpp ?? null))
    await refuseKnownClient(em, { inn, kpp, keys: [] }, company.id)
  Object.assign(company, given, requisites)
  company.contactKeys = contactKeys(company)
  await em.flush()
  const open = await em.find(Deal, { companyId: company.id, status: 'open' })
  for (const deal of open) await tellDeal(em, deal, actor, { event: 'company_filled', data: {} })
}
