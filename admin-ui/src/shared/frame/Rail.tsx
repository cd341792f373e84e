import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeftOutlined'
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRightOutlined'
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { LinkBase, useLocation, usePermissions } from 'react-admin'
import { type Room, railOf } from '../../access/rooms.ts'
import { useWords } from '../i18n/words.ts'
import { prefer, usePreferences } from '../preferences.ts'
import { roomIcons } from './icons.ts'
import { Mark } from './Mark.tsx'

const Side = styled('nav', { shouldForwardProp: name => name !== 'folded' })<{ folded: boolean }>(
  ({ theme, folded }) => ({
    position: 'sticky',
    top: 0,
    height: '100dvh',
    width: folded ? theme.look.railFolded : theme.look.rail,
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    padding: theme.spacing(3, 2),
    borderRight: `1px solid ${theme.look.hairline}`,
    overflowY: 'auto',
    '& hr': {
      width: '100%',
      border: 0,
      borderTop: `1px solid ${theme.look.hairline}`,
      margin: theme.spacing(2, 0),
    },
  }),
)
const Way = styled(LinkBase)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(3),
  minHeight: theme.look.row - 6,
  padding: theme.spacing(0, 2.5),
  borderRadius: theme.look.corner,
  color: theme.look.ink2,
  textDecoration: 'none',
  fontWeight: theme.look.weight.medium,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  '&:hover': { backgroundColor: theme.look.hover, color: theme.look.ink },
  '&[aria-current]': { backgroundColor: theme.look.chosen, color: theme.look.ink },
  '&[aria-current] svg': { color: theme.look.accent },
}))
const Fold = styled(ButtonBase)(({ theme }) => ({
  marginTop: 'auto',
  justifyContent: 'flex-start',
  gap: theme.spacing(3),
  padding: theme.spacing(2, 2.5),
  borderRadius: theme.look.corner,
  color: theme.look.ink2,
  fontFamily: 'inherit',
  fontSize: theme.look.size.small,
}))

export const isHere = (path: string, pathname: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)

/** The person's own queue first, then the rooms he may enter. */
export const Rail = () => {
  const t = useWords()
  const { permissions } = usePermissions<string[]>()
  const { pathname } = useLocation()
  const { railFolded: folded } = usePreferences()
  const way = (room: Room) => {
    const Icon = roomIcons[room.key]
    const word = t(`rooms.${room.key}`)
    return (
      <Tooltip key={room.key} title={folded ? word : ''} placement="right">
        <Way
          to={room.path}
          aria-label={word}
          {...(isHere(room.path, pathname) ? { 'aria-current': 'page' } : {})}
        >
          <Icon />
          {!folded && word}
        </Way>
      </Tooltip>
    )
  }
  const fold = t(folded ? 'frame.unfold' : 'frame.fold')
  return (
    <Side folded={folded} aria-label={t('frame.rooms')}>
      <Mark folded={folded} />
      {railOf(permissions ?? []).map(way)}
      <Fold onClick={() => prefer({ railFolded: !folded })} aria-label={fold}>
        {folded ? <KeyboardDoubleArrowRight /> : <KeyboardDoubleArrowLeft />}
        {!folded && fold}
      </Fold>
    </Side>
  )
}
