import type { Task } from '#domain/engagement/task.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellDeal } from '../clients/tell-deal.ts'
import { tellDeal as tellUnseenDeal } from '../documents/tell-deal.ts'
import type { Context } from '../shared/operation.ts'
import { type NextStep, planNext } from './plan-next.ts'

export interface Finished {
  result?: string | undefined
  nextStep?: NextStep | undefined
}

/** Closes the task with what came of it and what comes next; its deal hears of both. @throws TaskDone, Forbidden */
export async function finishTask(ctx: Context, task: Task, { result, nextStep }: Finished): Promise<void> {
  const { em, actor, now, world } = ctx
  if (task.status !== 'open') throw fact('TaskDone')
  task.status = 'done'
  task.doneAt = now
  task.result = result || null
  await em.flush()
  const deal = task.dealId ? await em.findOne(Deal, task.dealId) : null
  if (nextStep) {
    if (task.dealId && !deal) throw fact('Forbidden')
    await planNext(em, nextStep, { deal, companyId: task.companyId ?? null, actor, now, ids: world.ids })
  }
  const data = { kind: task.kind, taskId: task.id }
  if (deal) await tellDeal(em, deal, actor, { event: 'task_done', data })
  // A colleague of another department may do a deal's task without seeing the deal: its process hears all the same.
  else if (task.dealId)
    await tellUnseenDeal(ctx, task.dealId, {
      event: 'task_done',
      data,
      ...(task.kind === 'check_call' ? { facts: { checkCallDone: true } } : {}),
    })
}
