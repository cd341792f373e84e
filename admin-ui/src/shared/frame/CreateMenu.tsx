import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState } from 'react'
import { useNavigate, usePermissions } from 'react-admin'
import { creatable } from '../../access/creatable.ts'
import { useWords } from '../i18n/words.ts'

/** What this person's roles let him begin. */
export const CreateMenu = () => {
  const t = useWords()
  const navigate = useNavigate()
  const narrow = useMediaQuery('(max-width:599.95px)')
  const { permissions } = usePermissions<string[]>()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const ways = creatable(permissions ?? [])
  if (ways.length === 0) return null
  return (
    <>
      <Button
        variant="contained"
        startIcon={narrow ? undefined : <Add />}
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-label={t('frame.create')}
      >
        {narrow ? <Add /> : t('frame.create')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {ways.map(resource => (
          <MenuItem
            key={resource}
            onClick={() => {
              setAnchor(null)
              navigate(`/${resource}/create`)
            }}
          >
            {t(`frame.new.${resource}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
