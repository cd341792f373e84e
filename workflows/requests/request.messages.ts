import { defineQuery, defineUpdate } from '@temporalio/workflow'
import type { RequestEnd } from '#domain/requests/request-moves.ts'
import type { LinePart } from '#domain/requests/request-plan.ts'
import type { Command, CommandAnswer } from '../shared/command.ts'
import type { RequestProcessState } from './request-state.ts'

export const requestWorkflowType = 'request'
export const requestWorkflowId = (requestId: string): string => `request/${requestId}`

export interface RequestStart {
  /** Id of the department's request (not of a command). */
  requestId: string
  /** Only from continue-as-new: where it stood. */
  carried?: RequestProcessState
}

/** Every command here is refused with `RequestMoveNotAllowed` (params: status) where the state has no such move. */

/** A person of the department takes the request, and may promise an instant (epoch ms). */
export const takeRequestUpdate = defineUpdate<CommandAnswer, [TakeRequest]>('takeRequest')
export interface TakeRequest extends Command {
  promisedAt?: number
}

/** Lays goods ready; quantities are added. Refused with `PicksMoreThanAsked`, `BadQuantity`, `NoLines`. */
export const pickRequestUpdate = defineUpdate<CommandAnswer, [PickRequest]>('pickRequest')
export interface PickRequest extends Command {
  lines: LinePart[]
}

/** Says what cannot be found and when it is expected. Refused with `BadQuantity`, `NoLines`. */
export const reportShortageUpdate = defineUpdate<CommandAnswer, [ReportShortage]>('reportShortage')
export interface ReportShortage extends Command {
  lines: LinePart[]
  /** 'YYYY-MM-DD' or null when nobody knows. */
  expectedOn: string | null
}

/** Ships a part of what is picked. The last part closes the request. Refused with `ShipsMoreThanPicked`. */
export const shipRequestUpdate = defineUpdate<CommandAnswer, [ShipRequest]>('shipRequest')
export interface ShipRequest extends Command {
  /** UUIDv7 given by the caller: the shipment's id. A repeat may bring another; the first one's stays. */
  shipmentId: string
  /** Null: all that is picked and has not left, as the process knows it. */
  lines: LinePart[] | null
}

/**
 * Closes the request as it is: what could not be found stays unshipped. Nothing picked may be left unshipped,
 * and of a request with lines something must have left.
 */
export const finishRequestUpdate = defineUpdate<CommandAnswer, [FinishRequest]>('finishRequest')
export type FinishRequest = Command

/** The department refuses. Only while nothing was shipped. Refused with `ReasonRequired`. */
export const refuseRequestUpdate = defineUpdate<CommandAnswer, [RefuseRequest]>('refuseRequest')
export interface RefuseRequest extends Command {
  reason: string
}

/** The asker takes the request back. Only while nothing was shipped. Refused with `ReasonRequired`. */
export const cancelRequestUpdate = defineUpdate<CommandAnswer, [CancelRequest]>('cancelRequest')
export interface CancelRequest extends Command {
  reason: string
}

/** Where the process stands right now; for an operator's drawer, never for lists. */
export const requestStateQuery = defineQuery<RequestProcessState | null>('requestState')

/** What the workflow answers when it ends. */
export interface RequestResult {
  status: RequestEnd
}
