import type { EntityManager } from '@mikro-orm/postgresql'
import { Task } from '#domain/engagement/task.entity.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellDeal } from '../clients/tell-deal.ts'
import { mayWork } from '../sales/deals.policy.ts'
import type { Actor } from '../shared/actor.ts'

export interface NextStep {
  text: string
  dueAt: string
}
export interface About {
  deal: Deal | null
  companyId: string | null
  actor: Actor
  now: Date
  ids(): string
}

/** S-051: what comes next: the deal's step, or a task where there is no deal. @throws Forbidden, DealClosed */
export async function planNext(em: EntityManager, step: NextStep, about: About): Promise<void> {
  const { deal, companyId, actor, now, ids } = about
  const dueAt = new Date(step.dueAt)
  if (!deal) {
    em.create(Task, {
      id: ids(),
      createdAt: now,
      title: step.text,
      kind: 'other',
      companyId,
      assigneeId: actor.id,
      dueAt,
      status: 'open',
      createdBy: actor.id,
    })
    await em.flush()
    return
  }
  if (!mayWork(actor, deal)) throw fact('Forbidden')
  if (deal.status !== 'open') throw fact('DealClosed')
  deal.nextStepText = step.text
  deal.nextStepDueAt = dueAt
  await tellDeal(em, deal, actor, { event: 'step_planned', data: { due: dueAt.getTime() } })
}
