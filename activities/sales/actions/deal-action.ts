import type { EntityManager } from '@mikro-orm/postgresql'
import type { Deal } from '#domain/sales/deal.entity.ts'
import type { DealEffect } from '#domain/sales/deal-state.ts'
import type { WorldAction } from '#domain/sales/funnel-actions.ts'
import type { ActivityWorld } from '../../shared/world.ts'
import type { DealActionResult } from '../deal-activities.ts'

/** What an action is given: the open transaction of its effect key, and the deal it is for. */
export interface ActionContext {
  em: EntityManager
  world: ActivityWorld
  deal: Deal
  key: string
}
export type EffectOf<A extends WorldAction> = Extract<DealEffect, { action: A }>
export type DealAction<A extends WorldAction> = (
  context: ActionContext,
  effect: EffectOf<A>,
) => Promise<DealActionResult | undefined>
