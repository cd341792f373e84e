import type { EntityManager } from '@mikro-orm/postgresql'
import { Deal } from '#domain/sales/deal.entity.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'

/** Tells the deal's running process, once the surrounding transaction has committed. */
export async function tellDeal(
  em: EntityManager,
  dealId: string,
  happened: Omit<DealHappened, 'messageId'>,
): Promise<void> {
  const deal = await em.findOneOrFail(Deal, dealId)
  await tellSignal(em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), happened)
}
