import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import { useWordOf, useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import type { Demo } from './demo.ts'

const Grid = styled('section')(({ theme }) => ({
  marginTop: theme.spacing(8),
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  gap: theme.spacing(2),
  '& h2': {
    gridColumn: '1 / -1',
    margin: theme.spacing(0, 0, 1),
    fontSize: theme.look.size.small,
    fontWeight: theme.look.weight.medium,
    color: theme.look.ink2,
  },
}))
const Card = styled(ButtonBase)(({ theme }) => ({
  flexDirection: 'column',
  alignItems: 'flex-start',
  minHeight: 48,
  padding: theme.spacing(2, 3),
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: theme.look.size.body,
  border: `1px solid ${theme.look.hairline}`,
  borderRadius: theme.look.corner,
  backgroundColor: theme.look.surface,
  '&:hover': { borderColor: theme.look.ink2 },
}))

/** People of the demo company: one click fills in who enters. */
export const DemoLogins = ({
  logins,
  onChoose,
}: {
  logins: Demo['logins']
  onChoose: (login: string) => void
}) => {
  const t = useWords()
  const word = useWordOf()
  return (
    <Grid>
      <h2>{t('login.demo')}</h2>
      {logins.map(({ login, name, roles }) => (
        <Card key={login} onClick={() => onChoose(login)}>
          <Strong>{name}</Strong>
          <Quiet>{roles.map(role => word('roles', role)).join(', ')}</Quiet>
        </Card>
      ))}
    </Grid>
  )
}
