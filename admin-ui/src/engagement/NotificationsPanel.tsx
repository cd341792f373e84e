import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { LinkBase, useGetList } from 'react-admin'
import type { NotificationAnswer } from '#server/engagement/engagement.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { NotificationRow } from './NotificationRow.tsx'
import { useReadingNotices } from './use-reading-notices.ts'

const Sheet = styled('div')(({ theme }) => ({
  width: 400,
  maxWidth: 'calc(100vw - 32px)',
  display: 'flex',
  flexDirection: 'column',
  maxHeight: 'min(560px, calc(100dvh - 96px))',
  '& > header, & > footer': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: 44,
    padding: theme.spacing(1, 2, 1, 4),
  },
  '& > header': { borderBottom: `1px solid ${theme.look.hairline}` },
  '& > footer': { borderTop: `1px solid ${theme.look.hairline}`, paddingLeft: theme.spacing(2) },
  '& h2': { margin: 0, fontSize: theme.look.size.body, fontWeight: theme.look.weight.strong },
}))
const Words = styled('div')({ overflowY: 'auto' })

/** The newest words under the bell; opening one marks it read and leads to what it is about. */
export const NotificationsPanel = ({ onClose }: { onClose: () => void }) => {
  const t = useWords()
  const { read, readAll, isPending: reading } = useReadingNotices()
  const { data, error, isPending, refetch } = useGetList<NotificationAnswer>('notifications', {
    pagination: { page: 1, perPage: 15 },
    sort: { field: 'createdAt', order: 'DESC' },
  })
  const open = ({ id, readAt }: NotificationAnswer) => {
    if (readAt === null) read(id)
    onClose()
  }
  return (
    <Sheet>
      <header>
        <h2>{t('notifications.title')}</h2>
        {data?.some(({ readAt }) => readAt === null) && (
          <Button size="small" color="inherit" loading={reading} onClick={readAll}>
            {t('notifications.read_all')}
          </Button>
        )}
      </header>
      <Words>
        {error && <Failure error={error} retry={() => void refetch()} />}
        {isPending && <WaitingRows rows={5} height={58} />}
        {data?.length === 0 && <Empty>{t('notifications.empty')}</Empty>}
        {data?.map(notice => (
          <NotificationRow key={notice.id} notice={notice} onOpen={open} />
        ))}
      </Words>
      {data && data.length > 0 && (
        <footer>
          <Button size="small" color="inherit" component={LinkBase} to="/notifications" onClick={onClose}>
            {t('notifications.all')}
          </Button>
        </footer>
      )}
    </Sheet>
  )
}
