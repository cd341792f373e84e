import { Deal } from '#domain/sales/deal.entity.ts'
import { stageOf } from '#domain/sales/find-in-funnel.ts'
import { type MoveAnswer, mayClose, mayMove } from '#domain/sales/may-move.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { closeDealUpdate, dealWorkflowId, moveDealUpdate } from '#workflows/sales/deal.messages.ts'
import { type Context, operation } from '../shared/operation.ts'
import { mayWork } from './deals.policy.ts'
import { presentDeal } from './deals.presenter.ts'
import { funnelOf } from './funnels-at-hand.ts'
import { DealAnswer, LoseDeal, MoveDeal, WinDeal } from './sales.contract.ts'

/** Seen and the caller's to work; with the facts a judgement needs. */
async function dealAtHand(ctx: Context) {
  const deal = await ctx.em.findOneOrFail(Deal, ctx.params.id ?? '')
  if (!mayWork(ctx.actor, deal)) throw fact('Forbidden')
  const { funnel } = await funnelOf(ctx.em, deal.funnelVersionId)
  return { deal, funnel, facts: await readDealFacts(ctx.em, deal.id) }
}

/** The same judgement as in the process, said before it is asked: nothing is written for a refusal. */
function refuse(answer: MoveAnswer, ctx: Context): void {
  if (answer.ok || ctx.begunBefore) return
  throw fact(answer.code, {
    missing: answer.missing.map(({ fact: key, title, remedy }) => ({
      fact: key,
      title: title[ctx.locale],
      remedy,
    })),
  })
}

async function afterwards(ctx: Context, id: string): Promise<DealAnswer> {
  ctx.em.clear()
  return presentDeal(ctx.em, await ctx.em.findOneOrFail(Deal, id), ctx)
}

async function close(ctx: Context, how: 'won' | 'lost', reason: string | null): Promise<DealAnswer> {
  const { deal, funnel, facts } = await dealAtHand(ctx)
  refuse(mayClose(funnel, deal, facts, how), ctx)
  await ctx.world.gateway.update(closeDealUpdate, dealWorkflowId(deal.id, deal.generation), ctx.commandId, {
    how,
    reason,
    by: ctx.actor.id,
    requestId: ctx.commandId,
    facts,
  })
  return afterwards(ctx, deal.id)
}

export const dealCommandOperations = [
  operation({
    name: 'moveDeal',
    method: 'post',
    path: '/api/deals/:id/move',
    summary: 'Move the deal to a stage',
    via: 'process',
    may: 'signed_in',
    body: MoveDeal,
    answer: DealAnswer,
    async handle(ctx) {
      const { deal, funnel, facts } = await dealAtHand(ctx)
      const target = stageOf(funnel, ctx.body.to)
      if (target?.kind === 'lost') throw fact('ReasonRequired')
      refuse(mayMove(funnel, deal, facts, ctx.body.to), ctx)
      await ctx.world.gateway.update(
        moveDealUpdate,
        dealWorkflowId(deal.id, deal.generation),
        ctx.commandId,
        {
          to: ctx.body.to,
          by: ctx.actor.id,
          requestId: ctx.commandId,
          facts,
        },
      )
      return afterwards(ctx, deal.id)
    },
  }),
  operation({
    name: 'winDeal',
    method: 'post',
    path: '/api/deals/:id/win',
    summary: 'Close the deal as won',
    via: 'process',
    may: 'signed_in',
    body: WinDeal,
    answer: DealAnswer,
    handle: ctx => close(ctx, 'won', ctx.body.reason ?? null),
  }),
  operation({
    name: 'loseDeal',
    method: 'post',
    path: '/api/deals/:id/lose',
    summary: 'Close the deal as lost, with the reason',
    via: 'process',
    may: 'signed_in',
    body: LoseDeal,
    answer: DealAnswer,
    handle: ctx => close(ctx, 'lost', ctx.body.reason),
  }),
]
