import '../shared/drop-temporal-global.ts'
import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { OfferActivities } from '#activities/documents/offer-activities.ts'
import { type OfferResult, type OfferStart, offerDecidedSignal, offerWorkflowId } from './offer.messages.ts'

const soon = proxyLocalActivities<OfferActivities>({ startToCloseTimeout: '10 s' })

/** Watches an approved offer until the client decides or its day is over. */
export async function offer({ offerId, until }: OfferStart): Promise<OfferResult> {
  let decided = false
  setHandler(offerDecidedSignal, () => {
    decided = true
  })
  const left = Math.max(1, until - Date.now())
  if (await condition(() => decided, left, { summary: 'Срок коммерческого предложения' }))
    return { status: 'decided' }
  await soon.expireOffer({ offerId, key: `${offerWorkflowId(offerId)}/expire` })
  return { status: 'expired' }
}
