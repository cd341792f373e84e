import { Deal } from '#domain/sales/deal.entity.ts'
import type { DealState } from '#domain/sales/deal-state.ts'
import type { CompiledFunnel } from '#domain/sales/funnel-definition.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { EffectKey } from '#domain/shared/effect-key.entity.ts'
import { dealWorkflowId, startedStep } from '#workflows/sales/deal.messages.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { actionsOfDeals } from './actions/actions-of-deals.ts'
import type { DealActivities } from './deal-activities.ts'
import { projectRecord, recordDeal } from './record-deal.ts'

/** The deeds of a deal's process. */
export const createDealActivities = (world: ActivityWorld): DealActivities => ({
  openDeal: ({ dealId, generation }) =>
    world.fork().transactional(async em => {
      const deal = await em.findOneOrFail(Deal, dealId, { populate: ['processState'] as never })
      const version = await em.findOneOrFail(FunnelVersion, deal.funnelVersionId)
      const state = deal.processState as DealState | null
      // A state of this very process is no past to take over: its start was cut off and is told again, by its keys.
      const cutOff = await em.count(EffectKey, `${dealWorkflowId(dealId, generation)}/${startedStep}`)
      return {
        funnel: version.definition as CompiledFunnel,
        sha256: version.sha256,
        calendar: await companyCalendar(em, deal.createdAt),
        facts: await readDealFacts(em, dealId),
        startedAt: (generation === 1 ? deal.createdAt : deal.stageSince).getTime(),
        seq: deal.seq,
        stage: generation === 1 ? null : deal.stage,
        ...(state && state.generation === generation && cutOff === 0 ? { state } : {}),
      }
    }),

  recordDeal: record =>
    once(
      world,
      record.key,
      em => recordDeal(em, world, record),
      em => projectRecord(em, world, record),
    ),

  performDealAction: deed =>
    once(world, deed.key, async em => {
      const deal = await em.findOneOrFail(Deal, deed.dealId)
      const done = await actionsOfDeals[deed.effect.action](
        { em, world, deal, key: deed.key },
        deed.effect as never,
      )
      return done ?? {}
    }),
})
