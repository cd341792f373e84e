import MoreVert from '@mui/icons-material/MoreVertOutlined'
import IconButton from '@mui/material/IconButton'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'

interface MoveMenuProps {
  deal: DealAnswer
  onMove: (id: string, to: string) => Promise<void>
}

/** «Переместить в…»: the twin of dragging, for keyboard and phone. */
export const MoveMenu = ({ deal, onMove }: MoveMenuProps) => {
  const t = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const ways = deal.moves.filter(({ kind }) => kind === 'work')
  if (!deal.can.move || ways.length === 0) return null
  return (
    <>
      <Tooltip title={t('deals.move_to')}>
        <IconButton
          size="small"
          aria-label={t('deals.move_to')}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <MoreVert />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader>{t('deals.move_to')}</ListSubheader>
        {ways.map(({ to, name }) => (
          <MenuItem
            key={to}
            onClick={() => {
              setAnchor(null)
              void onMove(deal.id, to)
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
