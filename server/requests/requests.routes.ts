import { z } from 'zod'
import { DepartmentRequest, requestStatuses } from '#domain/requests/department-request.entity.ts'
import { draftWarehouseRequest } from '#domain/requests/draft-warehouse-request.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellSignal, tellStart } from '#domain/shared/outbox-message.entity.ts'
import { russianCalendar } from '#domain/shared/russian-calendar.ts'
import { requestWorkflowId, requestWorkflowType } from '#workflows/requests/request.messages.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'
import { mayWork as mayWorkDeal } from '../sales/deals.policy.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { CreateRequest, RequestAnswer, RequestPage } from './requests.contract.ts'
import { presentRequests } from './requests.presenter.ts'

/** The queue stands by the promised instant. */
const requestsList = (actor: Actor): ListOf<DepartmentRequest> => ({
  entity: DepartmentRequest,
  sort: { promisedAt: 'promisedAt', createdAt: 'createdAt', doneAt: 'doneAt', companyName: 'companyName' },
  filter: {
    status: oneOrMany('status', z.enum(requestStatuses)),
    kind: oneOrMany('kind'),
    to: oneOrMany('to'),
    dealId: sameId('dealId'),
    companyId: sameId('companyId'),
    assigneeId: sameId('assigneeId'),
    mine: given => (z.boolean().parse(given) ? { assigneeId: actor.id } : {}) as never,
  },
  search: q => {
    const like = { $ilike: `%${q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` }
    return { $or: [{ subject: like }, { companyName: like }] }
  },
})

/** Told in the transaction that made the request, as when a rule makes it. */
async function tellDeal(ctx: Context, deal: Deal, requestId: string): Promise<void> {
  const told: Omit<DealHappened, 'messageId'> = {
    event: 'request_created',
    data: { requestId },
    facts: await readDealFacts(ctx.em, deal.id),
    actor: { type: 'user', id: ctx.actor.id, name: null },
  }
  await tellSignal(ctx.em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), told)
}

export const requestOperations = [
  operation({
    name: 'listRequests',
    method: 'get',
    path: '/api/department-requests',
    summary: 'Requests between departments, by promise',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: RequestPage,
    handle: ctx =>
      listPage(ctx.em, requestsList(ctx.actor), ctx.query, rows => presentRequests(ctx.em, rows, ctx)),
  }),
  operation({
    name: 'getRequest',
    method: 'get',
    path: '/api/department-requests/:id',
    summary: 'One request with its lines',
    via: 'read',
    may: 'signed_in',
    answer: RequestAnswer,
    async handle(ctx) {
      const request = await ctx.em.findOneOrFail(DepartmentRequest, ctx.params.id ?? '')
      const [answer] = await presentRequests(ctx.em, [request], ctx)
      return answer as RequestAnswer
    },
  }),
  operation({
    name: 'createRequest',
    method: 'post',
    path: '/api/department-requests',
    summary: 'Ask the warehouse for what of the deal has not left yet',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: CreateRequest,
    answer: RequestAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, world, actor, now } = ctx
      const deal = await em.findOneOrFail(Deal, body.dealId)
      if (!mayWorkDeal(actor, deal)) throw fact('Forbidden')
      if (deal.status !== 'open') throw fact('DealClosed')
      // Two at once would ask for the same goods twice.
      await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`request ${deal.id}`])
      const open = { $nin: ['done', 'refused', 'cancelled'] as const }
      if (await em.count(DepartmentRequest, { dealId: deal.id, status: open })) throw fact('RequestIsOpen')
      const promisedAt = body.promisedAt ? new Date(body.promisedAt) : null
      const calendar = russianCalendar((await ownCompany(em)).data.workingHours)
      const request = await draftWarehouseRequest(
        em,
        { deal, authorId: actor.id, at: now, promisedAt },
        { id: world.ids(), calendar },
      )
      if (request.lines.length === 0) throw fact('NoLines')
      await tellStart(em, requestWorkflowType, requestWorkflowId(request.id), { requestId: request.id })
      await tellDeal(ctx, deal, request.id)
      const [answer] = await presentRequests(em, [request], ctx)
      return answer as RequestAnswer
    },
  }),
]
