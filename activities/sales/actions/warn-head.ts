import { notify } from '../../shared/notify.ts'
import { personFor } from './create-task.ts'
import type { DealAction } from './deal-action.ts'

/** A word to the head of the deal's owner. */
export const warnHead: DealAction<'warn_head'> = async ({ em, world, deal }, { args }) => {
  await notify(em, world, {
    to: [await personFor({ em, deal }, 'head')],
    title: `${args.text}: ${deal.title}`,
    subjectType: 'deal',
    subjectId: deal.id,
    companyId: deal.companyId,
  })
  return undefined
}
