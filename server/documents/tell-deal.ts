import { Deal } from '#domain/sales/deal.entity.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'
import type { Context } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'

/** The deal's process hears what a person did to its papers, once the request's transaction has committed. */
export async function tellDeal(
  { em, world, actor }: Context,
  dealId: string,
  happened: Pick<DealHappened, 'event' | 'data' | 'facts'>,
): Promise<void> {
  await em.flush()
  // An accountant sees the invoice in the queue and not the deal behind it.
  const deal = await forkSystem(world.orm).findOneOrFail(Deal, dealId, { fields: ['id', 'generation'] })
  await tellSignal(em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), {
    ...happened,
    actor: { type: 'user', id: actor.id, name: null },
  })
}
