import type { TodayAnswer } from '#server/engagement/engagement.contract.ts'
import { recordPath } from '../shared/record-path.ts'

export type TodayItem = TodayAnswer['sections'][number]['items'][number]

/** Where a thing to do is done: on the card of its deal, else on its own. */
export const pathOfItem = ({ dealId, resource, recordId }: TodayItem): string =>
  dealId ? recordPath('deals', dealId) : recordPath(resource, recordId)
