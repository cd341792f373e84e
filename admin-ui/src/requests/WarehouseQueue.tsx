import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { LinkBase, useGetList } from 'react-admin'
import type { RequestAnswer } from '#server/requests/requests.contract.ts'
import { Segments } from '../shared/frame/Choice.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Line, OneLine, Panel, Quiet, Strong } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { Term } from '../shared/look/Term.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { pickedShare } from './picking.ts'
import { TakeButton } from './TakeButton.tsx'

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 240px 160px 84px',
  alignItems: 'center',
  gap: theme.spacing(1, 4),
  minHeight: theme.look.bigRow,
  padding: theme.spacing(2.5, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  fontSize: theme.look.size.lead,
  '&:last-child': { borderBottom: 0 },
  '&:hover': { backgroundColor: theme.look.hover },
  '& a': { color: 'inherit', textDecoration: 'none', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    '& > a': { gridColumn: '1 / -1' },
  },
}))

const open = ['new', 'taken', 'in_progress', 'short']

/** The warehouse's queue by promise: big rows, what to do with each. */
export const WarehouseQueue = () => {
  const t = useWords()
  const [view, setView] = useState<'open' | 'all'>('open')
  const { data, total, error, isPending, refetch } = useGetList<RequestAnswer>('department-requests', {
    pagination: { page: 1, perPage: 50 },
    sort: view === 'open' ? { field: 'promisedAt', order: 'ASC' } : { field: 'createdAt', order: 'DESC' },
    filter: view === 'open' ? { status: open } : {},
  })
  return (
    <>
      <PageHead title={t('rooms.department-requests')} note={total}>
        <Segments
          name={t('field.status')}
          value={view}
          options={[
            ['open', t('requests.open')],
            ['all', t('list.all')],
          ]}
          onChoose={setView}
        />
      </PageHead>
      <Panel>
        {error && <Failure error={error} retry={() => void refetch()} />}
        {isPending && <WaitingRows rows={6} height={64} />}
        {data?.length === 0 && <Empty>{t('requests.empty')}</Empty>}
        {data?.map(request => (
          <Row key={request.id}>
            <LinkBase to={`/department-requests/${request.id}/show`}>
              <Strong>
                <OneLine style={{ display: 'block' }}>{request.companyName}</OneLine>
              </Strong>
              <Quiet>
                <OneLine style={{ display: 'block' }}>
                  {[
                    request.subject,
                    t('requests.lines', { smart_count: request.lines.length }),
                    request.assigneeName,
                    request.remark,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </OneLine>
              </Quiet>
            </LinkBase>
            <Line gap={2}>
              <Quiet>{t('requests.picked', { percent: pickedShare(request.lines) })}</Quiet>
              <StatusBadge resource="department-requests" status={request.status} />
            </Line>
            {open.includes(request.status) ? (
              <Term due={request.promisedAt} overdue={request.overdue} none={t('term.none')} />
            ) : (
              <span />
            )}
            <TakeButton request={request} />
          </Row>
        ))}
      </Panel>
    </>
  )
}
