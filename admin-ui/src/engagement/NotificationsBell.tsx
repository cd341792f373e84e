import Notifications from '@mui/icons-material/NotificationsNoneOutlined'
import Badge from '@mui/material/Badge'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import type { NotificationAnswer } from '#server/engagement/engagement.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { NotificationsPanel } from './NotificationsPanel.tsx'

/** Small enough to leave the bell to be seen. */
const Count = styled(Badge)(({ theme }) => ({
  '& .MuiBadge-badge': {
    top: 0,
    height: 15,
    minWidth: 15,
    padding: '0 4px',
    fontSize: theme.look.size.tiny - 2,
    fontWeight: theme.look.weight.strong,
    border: `1px solid ${theme.look.paper}`,
    boxSizing: 'border-box',
  },
}))

/** How many words have not been read; a click opens the newest. */
export const NotificationsBell = () => {
  const t = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { total = 0 } = useGetList<NotificationAnswer>('notifications', {
    filter: { unread: true },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'createdAt', order: 'DESC' },
  })
  const name = total > 0 ? t('notifications.bell_unread', { smart_count: total }) : t('notifications.title')
  return (
    <>
      <Tooltip title={name}>
        <IconButton
          onClick={event => setAnchor(event.currentTarget)}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          aria-label={name}
        >
          <Count badgeContent={total} max={99} color="primary" overlap="circular">
            <Notifications />
          </Count>
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('notifications.title'), style: { marginTop: 6 } },
        }}
      >
        <NotificationsPanel onClose={() => setAnchor(null)} />
      </Popover>
    </>
  )
}
