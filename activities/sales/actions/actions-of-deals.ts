import type { WorldAction } from '#domain/sales/funnel-actions.ts'
import { createInvoice } from './create-invoice.ts'
import { createTask } from './create-task.ts'
import type { DealAction } from './deal-action.ts'
import { notifyOwner } from './notify-owner.ts'
import { planStep } from './plan-step.ts'
import { requestShipment } from './request-shipment.ts'
import { sendLetter } from './send-letter.ts'
import { warnHead } from './warn-head.ts'

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
