import { lazy } from 'react'
import { useSearchParams } from '../shared/use-search-params.ts'

const DealBoard = lazy(async () => ({ default: (await import('./board/DealBoard.tsx')).DealBoard }))
const DealList = lazy(async () => ({ default: (await import('./DealList.tsx')).DealList }))

/** The board unless the address says `view=list`. */
export const DealsPage = () => {
  const [search] = useSearchParams()
  return search.get('view') === 'list' || search.has('filter') ? <DealList /> : <DealBoard />
}
