import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactElement, ReactNode } from 'react'
import { type FilterPayload, ListBase, type RaRecord, type SortPayload, useListContext } from 'react-admin'
import { useWords } from '../i18n/words.ts'
import { Empty } from '../look/Empty.tsx'
import { Failure } from '../look/Failure.tsx'
import { PageHead } from '../look/Head.tsx'
import { Line, Panel } from '../look/parts.tsx'
import { WaitingRows } from '../look/Waiting.tsx'
import { Pager } from './Pager.tsx'
import { type PhoneRow, PhoneRows } from './PhoneRows.tsx'

interface ListPageProps<T> {
  resource: string
  title: string
  sort?: SortPayload
  /** Always holds, unseen in the address. */
  filter?: FilterPayload
  /** What the list opens with; the person may clear it. */
  filterDefaults?: FilterPayload
  /** Between the title and the list: what comes before it. */
  before?: ReactNode
  /** Search box and tabs. */
  filters?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  /** One sentence for a list that is empty for good, and its one button. */
  empty: string
  emptyAction?: ReactElement
  /** A row on a phone; without it the children stand on every screen. */
  phone?: PhoneRow<T>
  /** The table. */
  children: ReactNode
}

/** A list: title, filters in the address, 25 rows, its own empty, filtered and failed states. */
export const ListPage = <T extends RaRecord>({
  resource,
  title,
  sort,
  filter,
  filterDefaults,
  ...rest
}: ListPageProps<T>) => (
  <ListBase
    resource={resource}
    perPage={25}
    {...(sort ? { sort } : {})}
    {...(filter ? { filter } : {})}
    {...(filterDefaults ? { filterDefaultValues: filterDefaults } : {})}
    disableAuthentication={false}
  >
    <Shown title={title} {...rest} />
  </ListBase>
)

const Shown = <T extends RaRecord>({
  title,
  before,
  filters,
  actions,
  children,
  ...states
}: Omit<ListPageProps<T>, 'resource' | 'sort' | 'filter' | 'filterDefaults'>) => (
  <>
    <PageHead title={title} note={<Count />}>
      {actions}
    </PageHead>
    {before}
    {filters && (
      <Line gap={3} wrap style={{ marginBottom: 12 }}>
        {filters}
      </Line>
    )}
    <Panel style={{ overflowX: 'auto' }}>
      <Rows {...states}>{children}</Rows>
    </Panel>
    <Pager />
  </>
)

const Count = () => {
  const t = useWords()
  const { total, meta } = useListContext()
  if (total === undefined) return null
  return meta?.totalIsEstimate ? t('list.more_than', { count: total }) : total
}

const Rows = <T extends RaRecord>({
  empty,
  emptyAction,
  phone,
  children,
}: Pick<ListPageProps<T>, 'empty' | 'emptyAction' | 'phone' | 'children'>) => {
  const t = useWords()
  const narrow = useMediaQuery('(max-width:719.95px)')
  const { data, isPending, error, refetch, filterValues, setFilters } = useListContext<T>()
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (isPending || !data) return <WaitingRows />
  if (data.length > 0) return narrow && phone ? <PhoneRows rows={data} row={phone} /> : children
  if (Object.keys(filterValues ?? {}).length === 0) return <Empty action={emptyAction}>{empty}</Empty>
  return (
    <Empty
      action={
        <Button variant="outlined" onClick={() => setFilters({}, [], false)}>
          {t('action.clear_filter')}
        </Button>
      }
    >
      {t('list.nothing_fits')}
    </Empty>
  )
}
