import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import type { NotificationAnswer } from '#server/engagement/engagement.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Spoken } from '../shared/look/parts.tsx'
import { noticePath } from './notice-path.ts'

const Way = styled(LinkBase)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '8px minmax(0, 1fr)',
  alignItems: 'baseline',
  gap: theme.spacing(1, 3),
  width: '100%',
  padding: theme.spacing(2.5, 4),
  color: 'inherit',
  textDecoration: 'none',
  borderBottom: `1px solid ${theme.look.hairline}`,
  lineHeight: 1.35,
  '&:last-of-type': { borderBottom: 0 },
  '&:hover': { backgroundColor: theme.look.hover },
  '&.Mui-focusVisible, &:focus-visible': { outlineOffset: -2 },
  '& i': { width: 8, height: 8, borderRadius: 999, alignSelf: 'center' },
  '&[data-unread="true"] i': { backgroundColor: theme.look.accent },
  '&[data-unread="true"] > span:first-of-type': { fontWeight: theme.look.weight.medium },
  '& > small': { gridColumn: 2 },
}))

interface NotificationRowProps {
  notice: NotificationAnswer
  onOpen: (notice: NotificationAnswer) => void
}

/** One word of the bell: what, when, and the way to what it is about. Unread has a dot and a heavier line. */
export const NotificationRow = ({ notice, onOpen }: NotificationRowProps) => {
  const t = useWords()
  const locale = useLocale()
  const unread = notice.readAt === null
  return (
    <Way to={noticePath(notice) ?? '/notifications'} data-unread={unread} onClick={() => onOpen(notice)}>
      <i aria-hidden />
      <span>
        {unread && <Spoken>{t('notifications.unread')}: </Spoken>}
        {notice.title}
      </span>
      <Quiet as="small">
        <Digits>{when(notice.createdAt, locale)}</Digits>
      </Quiet>
    </Way>
  )
}
