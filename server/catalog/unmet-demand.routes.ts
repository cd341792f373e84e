import type { EntityManager } from '@mikro-orm/postgresql'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { UnmetDemand } from '#domain/catalog/unmet-demand.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { kopecksFromNumber, kopecksToNumber } from '#domain/shared/kopecks.ts'
import { addQuantity } from '#domain/shared/quantity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { CreateUnmetDemand, UnmetDemandAnswer, UnmetDemandPage } from './catalog.contract.ts'
import { seesPrices } from './catalog.policy.ts'

const demand: ListOf<UnmetDemand> = {
  entity: UnmetDemand,
  sort: { createdAt: 'createdAt' },
  defaultOrder: 'desc',
  filter: { companyId: sameId('companyId'), dealId: sameId('dealId'), offeringId: sameId('offeringId') },
}

async function present(
  em: EntityManager,
  rows: readonly UnmetDemand[],
  actor: Actor,
): Promise<UnmetDemandAnswer[]> {
  const companies = await em.find(Company, { id: rows.flatMap(row => row.companyId ?? []) })
  const names = new Map(companies.map(company => [company.id, company.name]))
  return rows.map(row => ({
    id: row.id,
    companyId: row.companyId ?? null,
    companyName: names.get(row.companyId ?? '') ?? null,
    dealId: row.dealId ?? null,
    offeringId: row.offeringId ?? null,
    text: row.text,
    quantity: row.quantity ? addQuantity(row.quantity, '0') : null,
    estimatedKopecks:
      seesPrices(actor) && typeof row.estimatedKopecks === 'bigint'
        ? kopecksToNumber(row.estimatedKopecks)
        : null,
    createdBy: row.createdBy ?? null,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    version: row.version,
    can: {},
  }))
}

export const unmetDemandOperations = [
  operation({
    name: 'listUnmetDemand',
    method: 'get',
    path: '/api/unmet-demand',
    summary: 'What was asked for and could not be sold',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: UnmetDemandPage,
    handle: ({ em, query, actor }) => listPage(em, demand, query, rows => present(em, rows, actor)),
  }),
  operation({
    name: 'createUnmetDemand',
    method: 'post',
    path: '/api/unmet-demand',
    summary: 'Keep what a client asked for and we do not have',
    via: 'transaction',
    may: ['manager', 'head', 'marketer', 'director', 'admin'],
    body: CreateUnmetDemand,
    answer: UnmetDemandAnswer,
    status: 201,
    async handle({ em, body, actor, world, now }) {
      const deal = body.dealId ? await em.findOneOrFail(Deal, body.dealId) : null
      const companyId = deal?.companyId ?? body.companyId
      if (!companyId) throw fact('BadShape')
      await em.findOneOrFail(Company, companyId)
      const offering = body.offeringId ? await em.findOne(Offering, body.offeringId) : null
      if (body.offeringId && !offering) throw fact('OfferingUnknown', { value: body.offeringId })
      const text = body.text || offering?.name
      if (!text) throw fact('BadShape')
      const row = em.create(UnmetDemand, {
        id: world.ids(),
        companyId,
        dealId: deal?.id ?? null,
        offeringId: offering?.id ?? null,
        text,
        quantity: body.quantity ?? null,
        estimatedKopecks:
          body.estimatedKopecks === undefined ? null : kopecksFromNumber(body.estimatedKopecks),
        createdBy: actor.id,
        createdAt: now,
      })
      await em.flush()
      const [answer] = await present(em, [row], actor)
      return answer as UnmetDemandAnswer
    },
  }),
]
