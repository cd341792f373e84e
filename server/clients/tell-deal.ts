import type { EntityManager } from '@mikro-orm/postgresql'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'
import type { Actor } from '../shared/actor.ts'

/** The deal's process hears, after the commit, what a person did beside it: a rule may wait for that. */
export async function tellDeal(
  em: EntityManager,
  deal: Pick<Deal, 'id' | 'generation'>,
  actor: Pick<Actor, 'id'>,
  happened: Pick<DealHappened, 'event' | 'data'>,
): Promise<void> {
  await em.flush()
  const told: Omit<DealHappened, 'messageId'> = {
    ...happened,
    facts: await readDealFacts(em, deal.id),
    actor: { type: 'user', id: actor.id, name: null },
  }
  await tellSignal(em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), told)
}
