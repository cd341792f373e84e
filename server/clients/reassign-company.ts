import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '#domain/access/user.entity.ts'
import type { Company } from '#domain/clients/company.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'
import { tellDeal } from './tell-deal.ts'

export interface Reassigning {
  actor: Actor
  now: Date
  ids(): string
}

/**
 * Gives the client to another manager, with the open deals, tasks and inquiries that its owner led. In the caller's
 * transaction, with his sight. @throws Forbidden (a colleague who is not below the head), NotAnOwner
 */
export async function reassignCompany(
  em: EntityManager,
  company: Company,
  ownerId: string,
  by: Reassigning,
): Promise<void> {
  const next = await ownerToBe(em, ownerId, by.actor)
  const before = company.ownerId
  if (before === next.id) return
  const deals = await em.find(Deal, { companyId: company.id, status: 'open', ownerId: before })
  const tasks = await em.find(Task, { companyId: company.id, status: 'open', assigneeId: before })
  const inquiries = await em.find(Inquiry, { companyId: company.id, ownerId: before })
  company.ownerId = next.id
  await em.flush()
  for (const led of [...deals, ...inquiries]) led.ownerId = next.id
  for (const task of tasks) task.assigneeId = next.id
  em.create(
    ProcessEvent,
    processEventRow({
      id: by.ids(),
      subject: `company/${company.id}`,
      companyId: company.id,
      at: by.now,
      kind: 'client_reassigned',
      title: `Клиент передан: ${next.name}`,
      actor: { type: 'user', id: by.actor.id, name: by.actor.name },
      data: { deals: deals.length, tasks: tasks.length, inquiries: inquiries.length },
    }),
  )
  for (const deal of deals) await tellDeal(em, deal, by.actor, { event: 'owner_changed', data: {} })
  await em.flush()
}

/** Somebody at hand who may lead clients; for a head, one of those below. @throws NotAnOwner, Forbidden */
export async function ownerToBe(em: EntityManager, id: string, actor: Actor): Promise<User> {
  const user = await em.findOne(User, id)
  if (!user?.active || !user.roles.some(role => ['manager', 'head', 'director'].includes(role)))
    throw fact('NotAnOwner')
  if (!hasRole(actor, 'director', 'admin') && !actor.owners.includes(id)) throw fact('Forbidden')
  return user
}
