import { useQuery } from '@tanstack/react-query'
import { useGetOne } from 'react-admin'
import type { DealAnswer, DealPathAnswer } from '#server/sales/sales.contract.ts'
import { call } from '../../shared/data/http.ts'

export const useDeal = (id: string) => useGetOne<DealAnswer>('deals', { id }, { enabled: id !== '' })

/** The funnel's picture with the place where the deal stands, and every line of its path. */
export const useDealPath = (id: string) =>
  useQuery({
    queryKey: ['path', id],
    enabled: id !== '',
    queryFn: async ({ signal }) => (await call<DealPathAnswer>(`/deals/${id}/path`, { signal })).body,
  })
export type DealPathQuery = ReturnType<typeof useDealPath>
