import { z } from 'zod'
import { moneySight } from '#domain/access/roles.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { Id } from '../shared/contract-parts.ts'
import { type Context, operation } from '../shared/operation.ts'
import { presentDeals } from './deals.presenter.ts'
import { dealsList } from './deals-list.ts'
import { funnelOf } from './funnels-at-hand.ts'
import { BoardAnswer } from './sales.contract.ts'

const cardsPerColumn = 25
const BoardQuery = z.strictObject({
  funnelId: Id.optional(),
  ownerId: Id.optional(),
  q: z.string().max(200).optional(),
})

interface CountRow {
  stage: string
  count: string
  sum: string
  overdue: string
}

/** Closed columns show what was closed lately, not the whole past. */
const closedSince = (now: Date) => new Date(now.getTime() - 30 * 86_400_000)

export const boardOperations = [
  operation({
    name: 'getBoard',
    method: 'get',
    path: '/api/deals/board',
    summary: 'Deals by stage: counts, sums, norms and the first cards of each column',
    via: 'read',
    may: 'signed_in',
    query: BoardQuery,
    answer: BoardAnswer,
    async handle(ctx) {
      const { em, query, locale, actor } = ctx
      const funnels = await em.find(
        Funnel,
        { currentVersionId: { $ne: null } },
        { orderBy: { isDefault: 'desc', name: 'asc' } },
      )
      const funnel = query.funnelId ? funnels.find(({ id }) => id === query.funnelId) : funnels[0]
      if (!funnel?.currentVersionId) throw fact('NotFound')
      const published = await funnelOf(em, funnel.currentVersionId)
      const shown = await dealsShown(ctx, funnel.id)
      const counts = await countsByStage(ctx, shown)
      const { sums } = moneySight(actor.roles)
      const columns = []
      for (const stage of published.funnel.stages) {
        const cards = await em.find(Deal, { $and: [shown, { stage: stage.key }] } as never, {
          orderBy: { nextDue: 'asc nulls last', stageSince: 'asc', id: 'asc' } as never,
          limit: cardsPerColumn,
        })
        const count = counts.get(stage.key)
        columns.push({
          stage: stage.key,
          name: stage.name[locale],
          hue: stage.hue,
          kind: stage.kind,
          count: Number(count?.count ?? 0),
          sumKopecks: sums ? Number(count?.sum ?? 0) : 0,
          overdue: Number(count?.overdue ?? 0),
          normWorkingMinutes: stage.normWorkingMinutes,
          cards: await presentDeals(em, cards, ctx),
        })
      }
      return {
        funnelId: funnel.id,
        funnelName: published.funnel.name[locale],
        funnels: await Promise.all(
          funnels.map(async ({ id, currentVersionId }) => ({
            id,
            name: (await funnelOf(em, currentVersionId ?? '')).funnel.name[locale],
          })),
        ),
        columns,
      }
    },
  }),
]

/** The board's one condition: this funnel's deals, open or lately closed, as filtered. */
async function dealsShown(ctx: Context<z.infer<typeof BoardQuery>>, funnelId: string) {
  const versions = await ctx.em.execute<{ id: string }[]>(
    'select id from funnel_version where funnel_id = ?',
    [funnelId],
  )
  const search = ctx.query.q?.trim()
    ? await dealsList(ctx.actor).search?.(ctx.query.q.trim(), ctx.em)
    : undefined
  return {
    $and: [
      { funnelVersionId: versions.map(({ id }) => id) },
      { $or: [{ status: 'open' as const }, { closedAt: { $gt: closedSince(ctx.now) } }] },
      ...(ctx.query.ownerId ? [{ ownerId: ctx.query.ownerId }] : []),
      ...(search ? [search] : []),
    ],
  }
}

async function countsByStage(ctx: Context, shown: object): Promise<Map<string, CountRow>> {
  const ids = ctx.em
    .createQueryBuilder(Deal, 'd')
    .select('id' as never)
    .where(shown as never)
  const rows = await ctx.em.execute<CountRow[]>(
    `select stage, count(*) as count, coalesce(sum(amount_kopecks), 0) as sum,
       count(*) filter (where status = 'open' and (overdue or next_due < now())) as overdue
     from deal where id in (${ids.getFormattedQuery()}) group by stage`,
  )
  return new Map(rows.map(row => [row.stage, row]))
}
