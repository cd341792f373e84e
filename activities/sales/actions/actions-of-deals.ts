import type { EntityManager } from '@mikro-orm/postgresql'
import type { Deal } from '#domain/sales/deal.entity.ts'
import type { DealEffect } from '#domain/sales/deal-state.ts'
import type { WorldAction } from '#domain/sales/funnel-actions.ts'
import type { ActivityWorld } from '../../shared/world.ts'
import type { DealActionResult } from '../deal-activities.ts'
import { createInvoice } from './create-invoice.ts'
import { createTask } from './create-task.ts'
import { notifyOwner } from './notify-owner.ts'
import { planStep } from './plan-step.ts'
import { requestShipment } from './request-shipment.ts'
import { sendLetter } from './send-letter.ts'
import { warnHead } from './warn-head.ts'

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

/** Every action of domain/sales/funnel-actions.ts that touches the world; the type holds the list complete. */
export const actionsOfDeals: { [A in WorldAction]: DealAction<A> } = {
  create_task: createTask,
  plan_step: planStep,
  warn_head: warnHead,
  notify_owner: notifyOwner,
  create_invoice: createInvoice,
  request_shipment: requestShipment,
  send_letter: sendLetter,
}
