import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLogin } from 'react-admin'
import { call } from '../shared/data/http.ts'
import { problemOf } from '../shared/data/problem.ts'
import { Mark } from '../shared/frame/Mark.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Stack, Toned } from '../shared/look/parts.tsx'
import { DemoLogins } from './DemoLogins.tsx'
import type { Demo } from './demo.ts'

const Page = styled('main')(({ theme }) => ({
  minHeight: '100dvh',
  display: 'grid',
  placeItems: 'center',
  padding: theme.spacing(4),
  color: theme.look.ink,
  backgroundColor: theme.look.paper,
}))
const Sheet = styled('div')(({ theme }) => ({
  width: '100%',
  maxWidth: 380,
  '& h1': {
    margin: theme.spacing(0, 0, 1),
    fontSize: theme.look.size.title,
    fontWeight: theme.look.weight.strong,
  },
  '& p': { margin: theme.spacing(0, 0, 5), color: theme.look.ink2 },
}))

/** Login and password; in the demo company also the logins as buttons. */
export const LoginPage = () => {
  const t = useWords()
  const login = useLogin()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const demo = useQuery({ queryKey: ['demo'], retry: false, queryFn: () => call<Demo>('/demo') })
  useEffect(() => {
    document.title = t('frame.product')
  }, [t])
  const enter = async (who: string, word: string) => {
    setBusy(true)
    setRefused('')
    await login({ login: who, password: word }).catch((error: unknown) => {
      const { code, detail } = problemOf(error)
      setRefused(code === 'NoConnection' ? t('failure.no_connection') : detail)
    })
    setBusy(false)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void enter(name, password)
  }
  return (
    <Page>
      <Sheet>
        <Mark />
        <h1>{t('login.title')}</h1>
        <p>{t('login.promise')}</p>
        <Stack as="form" gap={4} onSubmit={onSubmit}>
          <TextField
            label={t('login.login')}
            value={name}
            onChange={event => setName(event.target.value)}
            autoComplete="username"
            autoFocus
            required
          />
          <TextField
            label={t('login.password')}
            type="password"
            inputRef={passwordField}
            value={password}
            onChange={event => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
          {refused && (
            <Toned mood="late" role="alert">
              {refused}
            </Toned>
          )}
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {t('login.enter')}
          </Button>
        </Stack>
        {demo.data?.body?.logins && (
          <DemoLogins
            logins={demo.data.body.logins}
            onChoose={who => {
              setName(who)
              passwordField.current?.focus()
              if (password) void enter(who, password)
            }}
          />
        )}
      </Sheet>
    </Page>
  )
}
