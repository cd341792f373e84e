import { styled } from '@mui/material/styles'

/** A row of a section: what at the left, its state and buttons at the right; wraps where there is no room. */
export const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: theme.spacing(1.5, 3),
  minHeight: theme.look.row + 4,
  padding: theme.spacing(1.5, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-child': { borderBottom: 0 },
}))

/** The words of a row: a first line and a quieter second one. */
export const RowWords = styled('div')({
  flex: '1 1 200px',
  minWidth: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
})

/** The buttons of a row, kept together. */
export const RowVerbs = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1.5),
}))
