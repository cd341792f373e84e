import { styled } from '@mui/material/styles'
import type { MouseEvent, ReactNode } from 'react'
import { LinkBase } from 'react-admin'

const Way = styled(LinkBase)(({ theme }) => ({
  color: 'inherit',
  textDecoration: 'none',
  fontWeight: theme.look.weight.medium,
  '&:hover': { color: theme.look.accent },
}))

/** The way to a row's record, for the keyboard and for opening in a new tab; the rest of the row is a click away. */
export const RowLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Way to={to} onClick={(event: MouseEvent) => event.stopPropagation()}>
    {children}
  </Way>
)
