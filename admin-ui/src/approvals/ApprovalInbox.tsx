import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { Segments } from '../shared/frame/Choice.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { useSearchParams } from '../shared/use-search-params.ts'
import { ApprovalSheet } from './ApprovalSheet.tsx'
import { InboxRow } from './InboxRow.tsx'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 1180px)': { gridTemplateColumns: 'minmax(360px, 5fr) minmax(0, 7fr)' },
}))

type View = 'mine' | 'waiting' | 'all'
const filters: Record<View, object> = {
  mine: { mine: true, status: 'waiting' },
  waiting: { status: 'waiting' },
  all: {},
}

/** What waits for a decision by time left, the paper beside it; on a phone one document a screen. */
export const ApprovalInbox = () => {
  const t = useWords()
  const wide = useMediaQuery('(min-width: 1180px)')
  const [search, change] = useSearchParams()
  const [view, setView] = useState<View>('mine')
  const { data, total, error, isPending, refetch } = useGetList<ApprovalAnswer>('approvals', {
    pagination: { page: 1, perPage: 50 },
    sort: view === 'all' ? { field: 'createdAt', order: 'DESC' } : { field: 'nextDue', order: 'ASC' },
    filter: filters[view],
  })
  // What was decided goes at once, before the list is asked again; the next one stands open.
  const [decided, setDecided] = useState<Record<string, number>>({})
  const rows = view === 'all' ? data : data?.filter(({ id, version }) => decided[id] !== version)
  const asked = search.get('open')
  const opened = asked ?? (wide ? (rows?.[0]?.id ?? null) : null)
  const open = (id: string | null) => change({ open: id })
  const onDecided = ({ id, version }: ApprovalAnswer) => {
    setDecided(before => ({ ...before, [id]: version }))
    open(null)
  }
  if (opened && !wide) return <ApprovalSheet id={opened} onClose={() => open(null)} onDecided={onDecided} />
  return (
    <>
      <PageHead title={t('rooms.approvals')} note={total}>
        <Segments
          name={t('field.status')}
          value={view}
          options={[
            ['mine', t('approvals.mine')],
            ['waiting', t('approvals.waiting')],
            ['all', t('list.all')],
          ]}
          onChoose={chosen => {
            setView(chosen)
            open(null)
          }}
        />
      </PageHead>
      <Columns>
        <Panel>
          {error && <Failure error={error} retry={() => void refetch()} />}
          {isPending && <WaitingRows rows={6} height={64} />}
          {rows?.length === 0 && (
            <Empty>{t(view === 'mine' ? 'approvals.empty' : 'approvals.empty_all')}</Empty>
          )}
          {rows?.map(approval => (
            <InboxRow
              key={approval.id}
              approval={approval}
              chosen={approval.id === opened}
              onOpen={() => open(approval.id)}
            />
          ))}
        </Panel>
        {opened && <ApprovalSheet id={opened} onDecided={onDecided} />}
      </Columns>
    </>
  )
}
