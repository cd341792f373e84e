import { defineSignal } from '@temporalio/workflow'

export const offerWorkflowType = 'offer'
export const offerWorkflowId = (offerId: string): string => `offer/${offerId}`

/** Started when the offer is approved; its day does not change any more. */
export interface OfferStart {
  offerId: string
  /** The end of the last day it holds, by the company's clock; epoch ms. */
  until: number
}

/** The client has said yes or no: there is nothing left to watch. */
export const offerDecidedSignal = defineSignal('offerDecided')

/** What the workflow answers when it ends. */
export interface OfferResult {
  status: 'decided' | 'expired'
}
