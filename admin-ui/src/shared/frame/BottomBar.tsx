import MoreHoriz from '@mui/icons-material/MoreHorizOutlined'
import ButtonBase from '@mui/material/ButtonBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useLocation, useNavigate, usePermissions } from 'react-admin'
import { railOf } from '../../access/rooms.ts'
import { useWords } from '../i18n/words.ts'
import { roomIcons } from './icons.ts'
import { isHere } from './Rail.tsx'

const Bar = styled('nav')(({ theme }) => ({
  position: 'fixed',
  insetInline: 0,
  bottom: 0,
  zIndex: theme.zIndex.appBar,
  display: 'grid',
  gridTemplateColumns: 'repeat(4, 1fr)',
  height: 60,
  paddingBottom: 'env(safe-area-inset-bottom)',
  boxSizing: 'content-box',
  backgroundColor: theme.look.surface,
  borderTop: `1px solid ${theme.look.hairline}`,
}))
const Key = styled(ButtonBase)(({ theme }) => ({
  flexDirection: 'column',
  gap: 3,
  fontFamily: 'inherit',
  fontSize: theme.look.size.tiny,
  color: theme.look.ink2,
  minWidth: 0,
  '& span': {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: '0 2px',
  },
  '&[aria-current]': { color: theme.look.accent, fontWeight: theme.look.weight.medium },
}))

/** Three rooms at the thumb, the others behind the fourth key. */
export const BottomBar = () => {
  const t = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { permissions } = usePermissions<string[]>()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const ways = railOf(permissions ?? [])
  return (
    <Bar aria-label={t('frame.rooms')}>
      {ways.slice(0, 3).map(({ key, path }) => {
        const Icon = roomIcons[key]
        return (
          <Key
            key={key}
            onClick={() => navigate(path)}
            {...(isHere(path, pathname) ? { 'aria-current': 'page' } : {})}
          >
            <Icon />
            <span>{t(`rooms.${key}`)}</span>
          </Key>
        )
      })}
      <Key onClick={event => setAnchor(event.currentTarget)} aria-haspopup="menu">
        <MoreHoriz />
        <span>{t('frame.more')}</span>
      </Key>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {ways.slice(3).map(({ key, path }) => (
          <MenuItem
            key={key}
            onClick={() => {
              setAnchor(null)
              navigate(path)
            }}
          >
            {t(`rooms.${key}`)}
          </MenuItem>
        ))}
      </Menu>
    </Bar>
  )
}
