import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import ButtonBase from '@mui/material/ButtonBase'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGetIdentity, useLogout, useSetLocale } from 'react-admin'
import type { Me } from '../data/auth-provider.ts'
import { useWordOf, useWords } from '../i18n/words.ts'
import { Quiet } from '../look/parts.tsx'
import { prefer, usePreferences } from '../preferences.ts'
import { Choice } from './Choice.tsx'

const Who = styled(ButtonBase)(({ theme }) => ({
  gap: theme.spacing(2),
  height: 36,
  padding: theme.spacing(0, 2),
  borderRadius: theme.look.corner,
  fontFamily: 'inherit',
  fontSize: theme.look.size.body,
  fontWeight: theme.look.weight.medium,
  whiteSpace: 'nowrap',
  [theme.breakpoints.down('md')]: { minWidth: 44, height: 44 },
}))

/** Who I am, how the screen looks, in which language, and the way out. */
export const PersonMenu = () => {
  const t = useWords()
  const role = useWordOf()
  const { data } = useGetIdentity()
  const me = data as Me | undefined
  // Names of stages and refusals come from the server in the person's language.
  const client = useQueryClient()
  const logout = useLogout()
  const setLocale = useSetLocale()
  const { mode, density, locale } = usePreferences()
  const narrow = useMediaQuery('(max-width:899.95px)')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Who onClick={event => setAnchor(event.currentTarget)} aria-haspopup="menu" aria-label={me?.name ?? ''}>
        <AccountCircle />
        {!narrow && me?.name}
      </Who>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { dense: true } }}
      >
        <MenuItem disabled style={{ opacity: 1 }}>
          <span>
            {me?.name}
            <br />
            <Quiet>{me?.roles.map(one => role('roles', one)).join(', ')}</Quiet>
          </span>
        </MenuItem>
        <Divider />
        <Choice
          name={t('frame.theme')}
          value={mode}
          options={[
            ['system', t('frame.theme_system')],
            ['light', t('frame.theme_light')],
            ['dark', t('frame.theme_dark')],
          ]}
          onChoose={chosen => prefer({ mode: chosen })}
        />
        <Choice
          name={t('frame.rows')}
          value={density}
          options={[
            ['comfortable', t('frame.rows_comfortable')],
            ['dense', t('frame.rows_dense')],
          ]}
          onChoose={chosen => prefer({ density: chosen })}
        />
        <Choice
          name={t('frame.language')}
          value={locale}
          options={[
            ['ru', t('frame.language_ru')],
            ['en', t('frame.language_en')],
          ]}
          onChoose={chosen => void Promise.resolve(setLocale(chosen)).then(() => client.invalidateQueries())}
        />
        <Divider />
        <MenuItem onClick={() => void logout()}>{t('frame.logout')}</MenuItem>
      </Menu>
    </>
  )
}
