import type { EntityManager } from '@mikro-orm/postgresql'
import { Deal } from '#domain/sales/deal.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import type { FunnelDefinition } from '#domain/sales/funnel-definition.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { dealWorkflowId, dealWorkflowType } from '#workflows/sales/deal.messages.ts'

export interface NewDeal {
  id: string
  title: string
  companyId: string
  contactId: string | null
  ownerId: string
  inquiryId: string | null
  /** The default funnel unless told. */
  funnelId?: string | undefined
  now: Date
}

/** Writes the deal at its funnel's first stage and asks for its process, in the caller's transaction. */
export async function startDeal(em: EntityManager, wanted: NewDeal): Promise<Deal> {
  const funnel = await em.findOne(Funnel, wanted.funnelId ? { id: wanted.funnelId } : { isDefault: true })
  if (!funnel?.currentVersionId) throw fact('NoFunnel')
  const version = await em.findOneOrFail(FunnelVersion, funnel.currentVersionId)
  const deal = em.create(Deal, {
    id: wanted.id,
    createdAt: wanted.now,
    title: wanted.title.slice(0, 255),
    companyId: wanted.companyId,
    contactId: wanted.contactId,
    ownerId: wanted.ownerId,
    inquiryId: wanted.inquiryId,
    funnelVersionId: version.id,
    stage: (version.definition as FunnelDefinition).start,
    stageSince: wanted.now,
    status: 'open',
    missing: [],
    waitsFor: [],
  })
  await em.flush()
  await tellStart(em, dealWorkflowType, dealWorkflowId(deal.id), { dealId: deal.id })
  return deal
}
