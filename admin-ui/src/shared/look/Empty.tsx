import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  textAlign: 'center',
  gap: theme.spacing(3),
  padding: theme.spacing(10, 4),
  color: theme.look.ink2,
  '& p': { margin: 0, maxWidth: 420 },
}))

/** Nothing here yet: one sentence on what it is for, and at most one button. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Box>
    <p>{children}</p>
    {action}
  </Box>
)
