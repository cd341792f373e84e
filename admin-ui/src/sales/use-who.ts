import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWordOf } from '../shared/i18n/words.ts'

type Wait = DealAnswer['waitsFor'][number]

/** For whom a deal waits, in words: the funnel says `owner`, `client` or a role, a process may say a name. */
export function useWho(): (deal: Pick<DealAnswer, 'ownerName'>, wait: Wait) => string {
  const word = useWordOf()
  return ({ ownerName }, { who }) => (who === 'owner' ? ownerName : word('deals.who', who))
}
