import { createApprovalActivities } from '#activities/approvals/create-approval-activities.ts'
import { createOfferActivities } from '#activities/documents/create-offer-activities.ts'
import { createPaperActivities } from '#activities/documents/create-paper-activities.ts'
import { createLetterActivities } from '#activities/engagement/create-letter-activities.ts'
import { createInvoiceActivities } from '#activities/money/create-invoice-activities.ts'
import { createRequestActivities } from '#activities/requests/create-request-activities.ts'
import { createDealActivities } from '#activities/sales/create-deal-activities.ts'
import type { ActivityWorld } from '#activities/shared/world.ts'

/** All deeds of all processes, by name; the worker hands them to the engine. */
export const createActivities = (world: ActivityWorld) => ({
  ...createDealActivities(world),
  ...createApprovalActivities(world),
  ...createInvoiceActivities(world),
  ...createRequestActivities(world),
  ...createLetterActivities(world),
  ...createPaperActivities(world),
  ...createOfferActivities(world),
})
