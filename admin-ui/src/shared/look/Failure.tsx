import Refresh from '@mui/icons-material/RefreshOutlined'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { problemOf } from '../data/problem.ts'
import { useWords } from '../i18n/words.ts'
import { CopyCode } from './CopyCode.tsx'
import { Line } from './parts.tsx'

const Box = styled('div')(({ theme }) => ({
  padding: theme.spacing(6, 4),
  display: 'grid',
  gap: theme.spacing(3),
  justifyItems: 'start',
  '& p': { margin: 0, maxWidth: 560 },
  '& strong': { color: theme.look.moods.late.text, fontWeight: theme.look.weight.strong },
}))

/** What happened, what to do, a code to tell the administrator. */
export const Failure = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useWords()
  const { code, detail, title, ref } = problemOf(error)
  const broken = code === 'NoConnection'
  return (
    <Box role="alert">
      <p>
        <strong>{broken ? t('failure.no_connection') : title || t('failure.title')}</strong>
      </p>
      <p>{broken ? t('failure.no_connection_do') : detail || t('failure.do')}</p>
      <Line>
        {retry && (
          <Button variant="outlined" startIcon={<Refresh />} onClick={retry}>
            {t('action.retry')}
          </Button>
        )}
        <CopyCode code={code} reference={ref} />
      </Line>
    </Box>
  )
}
