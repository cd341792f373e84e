import { LockMode } from '@mikro-orm/core'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { stageOf } from '#domain/sales/find-in-funnel.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellSignal, tellStart } from '#domain/shared/outbox-message.entity.ts'
import {
  type DealHappened,
  dealHappenedSignal,
  dealWorkflowId,
  dealWorkflowType,
} from '#workflows/sales/deal.messages.ts'
import { hasRole } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { mustBeFresh } from '../shared/stale.ts'
import { mayWork } from './deals.policy.ts'
import { presentDeal, presentDeals } from './deals.presenter.ts'
import { dealsList } from './deals-list.ts'
import { funnelOf } from './funnels-at-hand.ts'
import {
  ChangeDeal,
  CreateDeal,
  DealAnswer,
  DealPage,
  PlanStep,
  ReopenDeal,
  SetLines,
} from './sales.contract.ts'
import { setDealLines } from './set-deal-lines.ts'
import { startDeal } from './start-deal.ts'

// The process writes its projection into the same row: whoever changes facts waits for it, and it for him.
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const

/** The deal for changing: seen, the caller's to work, open, and as the caller last saw it. */
async function dealToChange(ctx: Context, { fresh }: { fresh: boolean }): Promise<Deal> {
  const deal = await ctx.em.findOneOrFail(Deal, ctx.params.id ?? '', locked)
  if (!mayWork(ctx.actor, deal)) throw fact('Forbidden')
  if (deal.status !== 'open') throw fact('DealClosed')
  if (fresh || ctx.expectedVersion !== null) mustBeFresh(deal, ctx.expectedVersion)
  return deal
}

/** One of the client's own people, or nobody. @throws NotFound, NotOfThisClient */
async function contactOf({ em }: Context, companyId: string, id: string | null): Promise<string | null> {
  if (id !== null && (await em.findOneOrFail(Contact, id)).companyId !== companyId)
    throw fact('NotOfThisClient')
  return id
}

/** The process hears of changed facts after the commit, since a rule may care. */
async function tellDeal(
  ctx: Context,
  deal: Deal,
  happened: Pick<DealHappened, 'event' | 'data'>,
): Promise<void> {
  await ctx.em.flush()
  const told: Omit<DealHappened, 'messageId'> = {
    ...happened,
    facts: await readDealFacts(ctx.em, deal.id),
    actor: { type: 'user', id: ctx.actor.id, name: null },
  }
  await tellSignal(ctx.em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), told)
}

export const dealOperations = [
  operation({
    name: 'listDeals',
    method: 'get',
    path: '/api/deals',
    summary: 'Deals the caller may see',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: DealPage,
    handle: ctx => listPage(ctx.em, dealsList(ctx.actor), ctx.query, rows => presentDeals(ctx.em, rows, ctx)),
  }),
  operation({
    name: 'getDeal',
    method: 'get',
    path: '/api/deals/:id',
    summary: 'One deal with its lines',
    via: 'read',
    may: 'signed_in',
    answer: DealAnswer,
    handle: async ctx => presentDeal(ctx.em, await ctx.em.findOneOrFail(Deal, ctx.params.id ?? ''), ctx),
  }),
  operation({
    name: 'createDeal',
    method: 'post',
    path: '/api/deals',
    summary: 'Start a deal with a client',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: CreateDeal,
    answer: DealAnswer,
    status: 201,
    async handle(ctx) {
      const { body, em, world, now, actor } = ctx
      const company = await em.findOneOrFail(Company, body.companyId)
      const ownerId =
        actor.owners.includes(company.ownerId) || hasRole(actor, 'director') ? company.ownerId : actor.id
      const deal = await startDeal(em, {
        id: world.ids(),
        title: body.title,
        companyId: company.id,
        contactId: await contactOf(ctx, company.id, body.contactId ?? null),
        ownerId,
        inquiryId: null,
        funnelId: body.funnelId,
        now,
      })
      return presentDeal(em, deal, ctx)
    },
  }),
  operation({
    name: 'changeDeal',
    method: 'patch',
    path: '/api/deals/:id',
    summary: 'Change title or contact',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeDeal,
    answer: DealAnswer,
    async handle(ctx) {
      const deal = await dealToChange(ctx, { fresh: true })
      if (ctx.body.title !== undefined) deal.title = ctx.body.title
      if (ctx.body.contactId !== undefined)
        deal.contactId = await contactOf(ctx, deal.companyId, ctx.body.contactId)
      await tellDeal(ctx, deal, { event: 'facts_changed', data: {} })
      return presentDeal(ctx.em, deal, ctx)
    },
  }),
  operation({
    name: 'setDealLines',
    method: 'post',
    path: '/api/deals/:id/set-lines',
    summary: 'Set what the client wants, with prices and discounts',
    via: 'transaction',
    may: 'signed_in',
    body: SetLines,
    answer: DealAnswer,
    async handle(ctx) {
      const deal = await dealToChange(ctx, { fresh: false })
      const lines = await setDealLines(ctx.em, deal, ctx.body.lines, { ids: ctx.world.ids, now: ctx.now })
      await tellDeal(ctx, deal, { event: 'lines_changed', data: { lines: lines.length } })
      return presentDeal(ctx.em, deal, ctx)
    },
  }),
  operation({
    name: 'planDealStep',
    method: 'post',
    path: '/api/deals/:id/plan-step',
    summary: 'Plan the next step',
    via: 'transaction',
    may: 'signed_in',
    body: PlanStep,
    answer: DealAnswer,
    async handle(ctx) {
      const deal = await dealToChange(ctx, { fresh: false })
      deal.nextStepText = ctx.body.text
      deal.nextStepDueAt = new Date(ctx.body.dueAt)
      await tellDeal(ctx, deal, { event: 'step_planned', data: { due: deal.nextStepDueAt.getTime() } })
      return presentDeal(ctx.em, deal, ctx)
    },
  }),
  operation({
    name: 'reopenDeal',
    method: 'post',
    path: '/api/deals/:id/reopen',
    summary: 'Open a closed deal again: a new generation of its process',
    via: 'transaction',
    may: 'signed_in',
    body: ReopenDeal,
    answer: DealAnswer,
    async handle(ctx) {
      const deal = await ctx.em.findOneOrFail(Deal, ctx.params.id ?? '')
      if (!mayWork(ctx.actor, deal)) throw fact('Forbidden')
      if (deal.status === 'open') throw fact('DealOpen')
      Object.assign(deal, {
        generation: deal.generation + 1,
        status: 'open',
        stage: await stageToReopen(ctx, deal, ctx.body.stage),
        stageSince: ctx.now,
        closedAt: null,
        lostReason: null,
      })
      await ctx.em.flush()
      await tellStart(ctx.em, dealWorkflowType, dealWorkflowId(deal.id, deal.generation), {
        dealId: deal.id,
        generation: deal.generation,
      })
      return presentDeal(ctx.em, deal, ctx)
    },
  }),
]

/** A stage where work is done: the wanted one, else the funnel's first. @throws StageMoveNotAllowed */
async function stageToReopen(ctx: Context, deal: Deal, wanted: string | undefined): Promise<string> {
  const { funnel } = await funnelOf(ctx.em, deal.funnelVersionId)
  const stage = stageOf(funnel, wanted ?? funnel.start)
  if (stage?.kind !== 'work') throw fact('StageMoveNotAllowed')
  return stage.key
}
