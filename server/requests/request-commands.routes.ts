import type { UpdateDefinition } from '@temporalio/common'
import { Company } from '#domain/clients/company.entity.ts'
import { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { isRequestOpen } from '#domain/requests/request-moves.ts'
import { dealFacts } from '#domain/sales/deal-facts.ts'
import { Fact, fact } from '#domain/shared/fact.ts'
import {
  cancelRequestUpdate,
  finishRequestUpdate,
  pickRequestUpdate,
  refuseRequestUpdate,
  reportShortageUpdate,
  requestWorkflowId,
  shipRequestUpdate,
  takeRequestUpdate,
} from '#workflows/requests/request.messages.ts'
import type { Command, CommandAnswer } from '#workflows/shared/command.ts'
import { Nothing } from '../shared/contract-parts.ts'
import { type Context, operation } from '../shared/operation.ts'
import {
  PickRequest,
  RefuseRequest,
  ReportShortage,
  RequestAnswer,
  ShipRequest,
  TakeRequest,
} from './requests.contract.ts'
import { mayCancel, mayWork } from './requests.policy.ts'
import { presentRequests } from './requests.presenter.ts'

/** One message to the request's process, then what the projection says. The process judges whether it may move so. */
async function command<Says extends Command>(
  ctx: Context,
  request: DepartmentRequest,
  update: UpdateDefinition<CommandAnswer, [Says]>,
  says: Omit<Says, keyof Command>,
): Promise<RequestAnswer> {
  const by: Command = { by: ctx.actor.id, requestId: ctx.commandId }
  try {
    await ctx.world.gateway.update(update, requestWorkflowId(request.id), ctx.commandId, {
      ...says,
      ...by,
    } as Says)
  } catch (error) {
    throw await inWords(ctx, request, error)
  }
  ctx.em.clear()
  const [answer] = await presentRequests(
    ctx.em,
    [await ctx.em.findOneOrFail(DepartmentRequest, request.id)],
    ctx,
  )
  return answer as RequestAnswer
}

/** The state in the reader's words; a process that has ended refuses as a closed request does. */
async function inWords(ctx: Context, { id }: DepartmentRequest, error: unknown): Promise<unknown> {
  if (!(error instanceof Fact) || (error.code !== 'ProcessEnded' && error.code !== 'RequestMoveNotAllowed'))
    return error
  ctx.em.clear()
  const { status } = await ctx.em.findOneOrFail(DepartmentRequest, id)
  // Its process is asked for, but has not begun.
  if (error.code === 'ProcessEnded' && isRequestOpen(status)) return fact('EngineAway')
  return fact('RequestMoveNotAllowed', { status: dealFacts.requestStatus.choices[status], state: status })
}

/** Seen, and addressed to the caller's department. */
async function requestToWork(ctx: Context): Promise<DepartmentRequest> {
  const request = await ctx.em.findOneOrFail(DepartmentRequest, ctx.params.id ?? '')
  if (!mayWork(ctx.actor, request)) throw fact('Forbidden')
  return request
}

const verb = { method: 'post', via: 'process', may: 'signed_in', answer: RequestAnswer } as const

export const requestCommandOperations = [
  operation({
    ...verb,
    name: 'takeRequest',
    path: '/api/department-requests/:id/take',
    summary: 'Take the request and say when it will be done',
    body: TakeRequest,
    async handle(ctx) {
      const { promisedAt } = ctx.body
      const request = await requestToWork(ctx)
      return command(
        ctx,
        request,
        takeRequestUpdate,
        promisedAt ? { promisedAt: Date.parse(promisedAt) } : {},
      )
    },
  }),
  operation({
    ...verb,
    name: 'pickRequest',
    path: '/api/department-requests/:id/pick',
    summary: 'Lay goods ready; quantities are added',
    body: PickRequest,
    handle: async ctx => command(ctx, await requestToWork(ctx), pickRequestUpdate, { lines: ctx.body.lines }),
  }),
  operation({
    ...verb,
    name: 'reportShortage',
    path: '/api/department-requests/:id/report-shortage',
    summary: 'Say what cannot be found and when it is expected',
    body: ReportShortage,
    handle: async ctx =>
      command(ctx, await requestToWork(ctx), reportShortageUpdate, {
        lines: ctx.body.lines,
        expectedOn: ctx.body.expectedOn ?? null,
      }),
  }),
  operation({
    ...verb,
    name: 'shipRequest',
    path: '/api/department-requests/:id/ship',
    summary: 'Ship a part, or all that is picked',
    body: ShipRequest,
    async handle(ctx) {
      const request = await requestToWork(ctx)
      const lines = ctx.body.lines ?? null
      return command(ctx, request, shipRequestUpdate, { shipmentId: ctx.world.ids(), lines })
    },
  }),
  operation({
    ...verb,
    name: 'finishRequest',
    path: '/api/department-requests/:id/done',
    summary: 'Close the request as it is',
    body: Nothing,
    handle: async ctx => command(ctx, await requestToWork(ctx), finishRequestUpdate, {}),
  }),
  operation({
    ...verb,
    name: 'refuseRequest',
    path: '/api/department-requests/:id/refuse',
    summary: 'Refuse the request, with the reason',
    body: RefuseRequest,
    handle: async ctx =>
      command(ctx, await requestToWork(ctx), refuseRequestUpdate, { reason: ctx.body.reason }),
  }),
  operation({
    ...verb,
    name: 'cancelRequest',
    path: '/api/department-requests/:id/cancel',
    summary: 'Take the request back, with the reason',
    body: RefuseRequest,
    async handle(ctx) {
      const request = await ctx.em.findOneOrFail(DepartmentRequest, ctx.params.id ?? '')
      const client = await ctx.em.findOne(Company, request.companyId)
      if (!mayCancel(ctx.actor, request, client?.ownerId)) throw fact('Forbidden')
      return command(ctx, request, cancelRequestUpdate, { reason: ctx.body.reason })
    },
  }),
]
