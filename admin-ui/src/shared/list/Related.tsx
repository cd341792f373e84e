import type { ReactNode } from 'react'
import { type RaRecord, useGetList } from 'react-admin'
import { Failure } from '../look/Failure.tsx'
import { Section } from '../look/Head.tsx'
import { Quiet } from '../look/parts.tsx'
import { WaitingRows } from '../look/Waiting.tsx'

interface RelatedProps<T> {
  resource: string
  title: string
  filter: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
  actions?: ReactNode
  /** Said when there is none; a section without it is not there, nor while nobody knows. */
  empty?: string
  row: (record: T) => ReactNode
}

/** Records that belong to another one, on its card. */
export const Related = <T extends RaRecord>({
  resource,
  title,
  filter,
  sort,
  actions,
  empty,
  row,
}: RelatedProps<T>) => {
  const { data, total, error, isPending, refetch } = useGetList<T>(resource, {
    filter,
    pagination: { page: 1, perPage: 50 },
    ...(sort ? { sort } : { sort: { field: '', order: 'DESC' } }),
  })
  if (!error && !total && !empty && !actions) return null
  return (
    <Section title={title} note={total || undefined} actions={actions} flush>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <WaitingRows rows={2} />}
      {data?.map(row)}
      {data?.length === 0 && empty && (
        <Quiet style={{ display: 'block', padding: '12px 16px' }}>{empty}</Quiet>
      )}
    </Section>
  )
}
