import { fact } from '#domain/shared/fact.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'
import type { Context } from '../shared/operation.ts'

/** The deal's process hears what a person did to its papers, once the request's transaction has committed. */
export async function tellDeal(
  { em, actor }: Pick<Context, 'em' | 'actor'>,
  dealId: string,
  happened: Pick<DealHappened, 'event' | 'data' | 'facts'>,
): Promise<void> {
  await em.flush()
  // An accountant sees the invoice in the queue and not the deal behind it.
  const [row] = await em.execute<{ generation: number | null }[]>('select deal_generation(?) as generation', [
    dealId,
  ])
  if (row?.generation == null) throw fact('NotFound')
  await tellSignal(em, dealHappenedSignal.name, dealWorkflowId(dealId, row.generation), {
    ...happened,
    actor: { type: 'user', id: actor.id, name: null },
  })
}
