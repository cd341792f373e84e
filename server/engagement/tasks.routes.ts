import { z } from 'zod'
import { User } from '#domain/access/user.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atLeast, atMost, oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { mustBeFresh } from '../shared/stale.ts'
import {
  ChangeTask,
  CreateTask,
  DoneTask,
  PostponeTask,
  TaskAnswer,
  TaskPage,
} from './engagement.contract.ts'
import { presentTasks } from './engagement.presenter.ts'
import { finishTask } from './finish-task.ts'
import { mayDo } from './tasks.policy.ts'

const tasks = (actor: Actor, now: Date): ListOf<Task> => ({
  entity: Task,
  sort: { dueAt: 'dueAt', createdAt: 'createdAt', title: 'title', doneAt: 'doneAt' },
  filter: {
    assigneeId: sameId('assigneeId'),
    companyId: sameId('companyId'),
    dealId: sameId('dealId'),
    status: oneOrMany('status'),
    kind: oneOrMany('kind'),
    dueFrom: atLeast('dueAt', z.iso.datetime()),
    dueUntil: atMost('dueAt', z.iso.datetime()),
    mine: given => (given === true ? ({ assigneeId: actor.id } as never) : ({} as never)),
    overdue: given =>
      (z.boolean().parse(given)
        ? { status: 'open', dueAt: { $lt: now } }
        : { dueAt: { $gte: now } }) as never,
  },
  search: q => ({ title: { $ilike: `%${q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` } }),
})

async function presentOne(ctx: Context, task: Task): Promise<TaskAnswer> {
  const [answer] = await presentTasks(ctx.em, [task], ctx)
  return answer as TaskAnswer
}

/** Seen, the caller's to do, and still open. @throws Forbidden, TaskDone */
async function taskToDo(ctx: Context): Promise<Task> {
  const task = await ctx.em.findOneOrFail(Task, ctx.params.id ?? '')
  if (!mayDo(ctx.actor, task)) throw fact('Forbidden')
  if (task.status !== 'open') throw fact('TaskDone')
  return task
}

/**
 * Anybody at work may be asked about a client one sees; of things without a client only oneself and those below.
 * @throws NotFound (no such colleague), Forbidden
 */
async function mustBeAskable({ em, actor }: Context, assigneeId: string, companyId: string | null) {
  if (actor.owners.includes(assigneeId)) return
  const user = await em.findOneOrFail(User, assigneeId)
  if (!user.active) throw fact('UserInactive')
  if (!companyId && actor.sight !== 'whole') throw fact('Forbidden')
}

export const taskOperations = [
  operation({
    name: 'listTasks',
    method: 'get',
    path: '/api/tasks',
    summary: "Tasks of the caller, of those below, and about the caller's clients",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: TaskPage,
    handle: ctx =>
      listPage(ctx.em, tasks(ctx.actor, ctx.now), ctx.query, rows => presentTasks(ctx.em, rows, ctx)),
  }),
  operation({
    name: 'getTask',
    method: 'get',
    path: '/api/tasks/:id',
    summary: 'One task',
    via: 'read',
    may: 'signed_in',
    answer: TaskAnswer,
    handle: async ctx => presentOne(ctx, await ctx.em.findOneOrFail(Task, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createTask',
    method: 'post',
    path: '/api/tasks',
    summary: 'Ask oneself or a colleague for something by a time',
    via: 'transaction',
    may: 'signed_in',
    body: CreateTask,
    answer: TaskAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, actor, now } = ctx
      const deal = body.dealId ? await em.findOneOrFail(Deal, body.dealId) : null
      const companyId = deal?.companyId ?? body.companyId ?? null
      if (deal && body.companyId && body.companyId !== deal.companyId) throw fact('NotOfThisClient')
      if (companyId) await em.findOneOrFail(Company, companyId)
      const assigneeId = body.assigneeId ?? actor.id
      await mustBeAskable(ctx, assigneeId, companyId)
      const task = em.create(Task, {
        id: ctx.world.ids(),
        createdAt: now,
        title: body.title,
        kind: body.kind ?? 'other',
        companyId,
        dealId: deal?.id ?? null,
        assigneeId,
        dueAt: new Date(body.dueAt),
        status: 'open',
        createdBy: actor.id,
      })
      await em.flush()
      return presentOne(ctx, task)
    },
  }),
  operation({
    name: 'changeTask',
    method: 'patch',
    path: '/api/tasks/:id',
    summary: 'Change the words, the term or the person of an open task',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeTask,
    answer: TaskAnswer,
    async handle(ctx) {
      const task = await taskToDo(ctx)
      mustBeFresh(task, ctx.expectedVersion)
      const { dueAt, assigneeId, ...rest } = ctx.body
      if (assigneeId) await mustBeAskable(ctx, assigneeId, task.companyId ?? null)
      Object.assign(task, rest, assigneeId ? { assigneeId } : {}, dueAt ? { dueAt: new Date(dueAt) } : {})
      await ctx.em.flush()
      return presentOne(ctx, task)
    },
  }),
  operation({
    name: 'doneTask',
    method: 'post',
    path: '/api/tasks/:id/done',
    summary: 'Close the task with its result and the next step',
    via: 'transaction',
    may: 'signed_in',
    body: DoneTask,
    answer: TaskAnswer,
    async handle(ctx) {
      const task = await taskToDo(ctx)
      await finishTask(ctx, task, ctx.body)
      return presentOne(ctx, task)
    },
  }),
  operation({
    name: 'postponeTask',
    method: 'post',
    path: '/api/tasks/:id/postpone',
    summary: 'Put the task off to a later time',
    via: 'transaction',
    may: 'signed_in',
    body: PostponeTask,
    answer: TaskAnswer,
    async handle(ctx) {
      const task = await taskToDo(ctx)
      const dueAt = new Date(ctx.body.dueAt)
      if (dueAt <= ctx.now) throw fact('BadDate', { value: ctx.body.dueAt })
      task.dueAt = dueAt
      await ctx.em.flush()
      return presentOne(ctx, task)
    },
  }),
]
