import type { EntityManager } from '@mikro-orm/postgresql'
import { moneySight } from '#domain/access/roles.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { lineTotals } from '#domain/documents/line-totals.ts'
import type { VatRateKey } from '#domain/documents/vat.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { DealLine } from '#domain/sales/deal-line.entity.ts'
import { closingStage, stageOf } from '#domain/sales/find-in-funnel.ts'
import type { Locale } from '#domain/shared/fact.ts'
import { freeOf, todayOf } from '../catalog/holdings.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import { ownCompany } from '../shared/own-company.ts'
import { dealVerbs } from './deals.policy.ts'
import { funnelVersions, type PublishedFunnel } from './funnels-at-hand.ts'
import type { DealAnswer } from './sales.contract.ts'

export interface Viewer {
  actor: Actor
  locale: Locale
  now: Date
}

/** Deals as a page of a list or a board shows them: without lines. */
export async function presentDeals(em: EntityManager, deals: Deal[], viewer: Viewer): Promise<DealAnswer[]> {
  const [companies, owners, contacts, funnels] = [
    await companiesById(
      em,
      deals.map(({ companyId }) => companyId),
    ),
    await userNames(
      em,
      deals.map(({ ownerId }) => ownerId),
    ),
    await contactNames(
      em,
      deals.flatMap(({ contactId }) => contactId ?? []),
    ),
    await funnelVersions(
      em,
      deals.map(({ funnelVersionId }) => funnelVersionId),
    ),
  ]
  const { sums } = moneySight(viewer.actor.roles)
  return deals.map(deal => {
    const company = companies.get(deal.companyId)
    const published = funnels.get(deal.funnelVersionId)
    const stage = published && stageOf(published.funnel, deal.stage)
    const nextStep = deal.nextStepText
      ? { text: deal.nextStepText, dueAt: deal.nextStepDueAt?.toISOString() ?? null }
      : null
    return {
      id: deal.id,
      title: deal.title,
      companyId: deal.companyId,
      companyName: company?.name ?? null,
      companyClass: company?.class ?? null,
      contactId: deal.contactId ?? null,
      contactName: (deal.contactId && contacts.get(deal.contactId)) || null,
      ownerId: deal.ownerId,
      ownerName: owners.get(deal.ownerId) ?? '',
      inquiryId: deal.inquiryId ?? null,
      funnelVersionId: deal.funnelVersionId,
      funnelName: published?.funnel.name[viewer.locale] ?? '',
      stage: deal.stage,
      stageName: stage?.name[viewer.locale] ?? deal.stage,
      stageHue: stage?.hue ?? 0,
      stageSince: deal.stageSince.toISOString(),
      stagePurpose: stage?.purpose[viewer.locale] ?? '',
      status: deal.status,
      lostReason: deal.lostReason ?? null,
      amountKopecks: sums ? Number(deal.amountKopecks) : null,
      nextStep,
      nextDue: deal.nextDue?.toISOString() ?? null,
      overdue:
        deal.status === 'open' && (deal.overdue || (deal.nextDue != null && deal.nextDue < viewer.now)),
      missing: deal.missing,
      waitsFor: deal.waitsFor,
      lines: [],
      moves: published && deal.status === 'open' ? movesOf(published, deal, viewer.locale) : [],
      createdAt: deal.createdAt.toISOString(),
      closedAt: deal.closedAt?.toISOString() ?? null,
      version: deal.version,
      can: dealVerbs(viewer.actor, deal),
    }
  })
}

/** One deal with its lines and what is free of each now. */
export async function presentDeal(em: EntityManager, deal: Deal, viewer: Viewer): Promise<DealAnswer> {
  const [answer] = await presentDeals(em, [deal], viewer)
  const lines = await em.find(DealLine, { dealId: deal.id }, { orderBy: { position: 'asc' } })
  const { prices } = moneySight(viewer.actor.roles)
  const mode = (await ownCompany(em)).data.vatIncluded ? 'inside' : 'on_top'
  const free = await em.transactional(async inside =>
    freeOf(
      inside,
      lines.flatMap(({ offeringId }) => offeringId ?? []),
      await todayOf(inside, viewer.now),
    ),
  )
  return {
    ...(answer as DealAnswer),
    lines: lines.map(line => ({
      id: line.id,
      offeringId: line.offeringId ?? null,
      name: line.name,
      sku: line.sku ?? null,
      unit: line.unit,
      quantity: plain(line.quantity),
      priceKopecks: prices ? Number(line.priceKopecks) : null,
      discountPercent: prices ? plain(line.discountPercent) : null,
      vatRate: line.vatRate,
      grossKopecks: prices
        ? Number(lineTotals({ ...line, vatRate: line.vatRate as VatRateKey }, mode).grossKopecks)
        : null,
      deliveryOn: line.deliveryOn ?? null,
      free: line.offeringId ? (free.get(line.offeringId) ?? '0') : null,
    })),
  }
}

/** '20.000000' → '20'. */
const plain = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

function movesOf({ funnel }: PublishedFunnel, deal: Deal, locale: Locale): DealAnswer['moves'] {
  const on = (stageOf(funnel, deal.stage)?.to ?? []).flatMap(key => stageOf(funnel, key) ?? [])
  const lost = closingStage(funnel, 'lost')
  return [...on, ...(lost ? [lost] : [])].map(({ key, name, kind }) => ({
    to: key,
    name: name[locale],
    kind,
  }))
}

async function contactNames(em: EntityManager, ids: string[]): Promise<Map<string, string>> {
  const contacts = ids.length ? await em.find(Contact, { id: ids }, { fields: ['id', 'name'] }) : []
  return new Map(contacts.map(({ id, name }) => [id, name]))
}
