import { styled } from '@mui/material/styles'
import { useWords } from '../i18n/words.ts'

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2.5),
  padding: theme.spacing(1, 2, 4),
  fontSize: theme.look.size.lead,
  fontWeight: theme.look.weight.strong,
  color: theme.look.ink,
  '& svg': { width: 24, height: 24, flex: 'none', fill: theme.look.accent },
}))

/** Three bars that narrow: the sign of the product. */
export const Mark = ({ folded = false }: { folded?: boolean }) => {
  const name = useWords()('frame.product')
  return (
    <Box>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect x="2" y="4" width="20" height="4" rx="2" />
        <rect x="5" y="10" width="14" height="4" rx="2" opacity=".72" />
        <rect x="8.5" y="16" width="7" height="4" rx="2" opacity=".45" />
      </svg>
      {!folded && name}
    </Box>
  )
}
