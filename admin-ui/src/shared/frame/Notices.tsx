import Close from '@mui/icons-material/CloseOutlined'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { useNotificationContext, useTranslate } from 'react-admin'
import { useWords } from '../i18n/words.ts'

const Shelf = styled('div')(({ theme }) => ({
  position: 'fixed',
  left: '50%',
  transform: 'translateX(-50%)',
  bottom: theme.spacing(6),
  zIndex: theme.zIndex.snackbar,
  width: 'max-content',
  maxWidth: 'calc(100vw - 24px)',
  [theme.breakpoints.down('md')]: { bottom: 72 },
}))
const Note = styled('div', { shouldForwardProp: name => name !== 'bad' })<{ bad: boolean }>(
  ({ theme, bad }) => ({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(3),
    maxWidth: 640,
    padding: theme.spacing(2.5, 2, 2.5, 4),
    color: theme.look.ink,
    backgroundColor: theme.look.surface,
    border: `1px solid ${theme.look.hairline}`,
    borderLeft: `3px solid ${bad ? theme.look.moods.late.text : theme.look.moods.done.text}`,
    borderRadius: theme.look.corner,
    boxShadow: theme.look.shadow,
  }),
)

const shownMs = 5000
/** Old news give way to what has just happened. */
const givesWayMs = 700

/** What just happened, one at a time. A refusal stays until it is closed: it has to be read. */
export const Notices = () => {
  const t = useWords()
  const translate = useTranslate()
  const { notifications, takeNotification } = useNotificationContext()
  const [first] = notifications
  const more = notifications.length > 1
  const bad = first?.type === 'error' || first?.type === 'warning'
  useEffect(() => {
    if (!first || bad) return
    const timer = setTimeout(takeNotification, more ? givesWayMs : shownMs)
    return () => clearTimeout(timer)
  }, [first, bad, more, takeNotification])
  const { message, notificationOptions } = first ?? {}
  return (
    <Shelf role={bad ? 'alert' : 'status'}>
      {first && (
        <Note bad={bad}>
          {typeof message === 'string'
            ? translate(message, { _: message, ...notificationOptions?.messageArgs })
            : message}
          <IconButton size="small" onClick={() => takeNotification()} aria-label={t('action.close')}>
            <Close />
          </IconButton>
        </Note>
      )}
    </Shelf>
  )
}
