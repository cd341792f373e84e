import Search from '@mui/icons-material/SearchOutlined'
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import { NotificationsBell } from '../../engagement/NotificationsBell.tsx'
import { useWords } from '../i18n/words.ts'
import { Line } from '../look/parts.tsx'
import { CreateMenu } from './CreateMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'

const Bar = styled('div')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: theme.zIndex.appBar,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(3),
  height: theme.look.top,
  padding: theme.spacing(0, 6),
  backgroundColor: theme.look.paper,
  borderBottom: `1px solid ${theme.look.hairline}`,
  [theme.breakpoints.down('md')]: { padding: theme.spacing(0, 3) },
}))
const Box = styled(ButtonBase)(({ theme }) => ({
  flex: '1 1 auto',
  maxWidth: 460,
  minWidth: 44,
  height: 34,
  justifyContent: 'flex-start',
  gap: theme.spacing(2),
  padding: theme.spacing(0, 3),
  border: `1px solid ${theme.look.hairline}`,
  borderRadius: theme.look.corner,
  backgroundColor: theme.look.surface,
  color: theme.look.ink2,
  fontFamily: 'inherit',
  fontSize: theme.look.size.body,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  '&:hover': { borderColor: theme.look.ink2 },
  '& kbd': {
    marginLeft: 'auto',
    fontFamily: 'inherit',
    fontSize: theme.look.size.tiny,
    [theme.breakpoints.down('md')]: { display: 'none' },
  },
}))

/** Search, create, who I am. */
export const TopBar = ({ onSearch }: { onSearch: () => void }) => {
  const t = useWords()
  return (
    <Bar>
      <Box onClick={onSearch} aria-keyshortcuts="Control+K" aria-haspopup="dialog">
        <Search />
        {t('frame.search')}
        <kbd>Ctrl K</kbd>
      </Box>
      <Line gap={2} style={{ marginLeft: 'auto' }}>
        <CreateMenu />
        <NotificationsBell />
        <PersonMenu />
      </Line>
    </Bar>
  )
}
