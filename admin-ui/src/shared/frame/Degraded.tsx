import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import { onDegraded } from '../data/http.ts'
import { useWords } from '../i18n/words.ts'

const Strip = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(2, 6),
  color: theme.look.moods.you.text,
  backgroundColor: theme.look.moods.you.soft,
  borderBottom: `1px solid ${theme.look.hairline}`,
  [theme.breakpoints.down('md')]: { padding: theme.spacing(2, 3) },
}))

/** A part is down: what still works, what waits. Goes by itself with the first answer that is not a 503. */
export const Degraded = () => {
  const t = useWords()
  const [away, setAway] = useState(false)
  useEffect(() => {
    const stop = onDegraded(setAway)
    return () => void stop()
  }, [])
  return away ? (
    <Strip role="status">
      <WarningAmber />
      {t('frame.degraded')}
    </Strip>
  ) : null
}
