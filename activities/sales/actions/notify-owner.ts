import { notify } from '../../shared/notify.ts'
import type { DealAction } from './deal-action.ts'

/** A word to the manager of the deal. */
export const notifyOwner: DealAction<'notify_owner'> = async ({ em, world, deal }, { args }) => {
  await notify(em, world, {
    to: [deal.ownerId],
    title: `${args.text}: ${deal.title}`,
    subjectType: 'deal',
    subjectId: deal.id,
    companyId: deal.companyId,
  })
  return undefined
}
