import Button from '@mui/material/Button'
import { ListBase, useListContext } from 'react-admin'
import type { NotificationAnswer } from '#server/engagement/engagement.contract.ts'
import { Segments } from '../shared/frame/Choice.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Pager } from '../shared/list/Pager.tsx'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { NotificationRow } from './NotificationRow.tsx'
import { useReadingNotices } from './use-reading-notices.ts'

/** Every word of the bell, newest first. */
export const NotificationsPage = () => (
  <ListBase
    resource="notifications"
    perPage={25}
    sort={{ field: 'createdAt', order: 'DESC' }}
    disableAuthentication={false}
  >
    <Shown />
  </ListBase>
)

const Shown = () => {
  const t = useWords()
  const { data, total, filterValues, setFilters } = useListContext<NotificationAnswer>()
  const { readAll, isPending } = useReadingNotices()
  const unread = filterValues?.unread === true
  return (
    <>
      <PageHead title={t('notifications.title')} note={total}>
        <Segments
          name={t('field.status')}
          value={unread ? 'unread' : 'all'}
          options={[
            ['all', t('list.all')],
            ['unread', t('notifications.unread_only')],
          ]}
          onChoose={view => setFilters(view === 'unread' ? { unread: true } : {}, undefined, false)}
        />
        {data?.some(({ readAt }) => readAt === null) && (
          <Button variant="outlined" loading={isPending} onClick={readAll}>
            {t('notifications.read_all')}
          </Button>
        )}
      </PageHead>
      <Panel style={{ maxWidth: 760 }}>
        <Rows filtered={unread} />
      </Panel>
      <Pager />
    </>
  )
}

const Rows = ({ filtered }: { filtered: boolean }) => {
  const t = useWords()
  const { data, error, isPending, refetch } = useListContext<NotificationAnswer>()
  const { read } = useReadingNotices()
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (isPending || !data) return <WaitingRows rows={8} height={58} />
  if (data.length === 0)
    return <Empty>{t(filtered ? 'notifications.all_read' : 'notifications.empty')}</Empty>
  return data.map(notice => (
    <NotificationRow
      key={notice.id}
      notice={notice}
      onOpen={({ id, readAt }) => readAt === null && read(id)}
    />
  ))
}
