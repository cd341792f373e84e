import { styled } from '@mui/material/styles'
import type { Mood } from '../../theme/look.ts'

/** A sheet on the paper: surface, hairline, no shadow. */
export const Panel = styled('section')(({ theme }) => ({
  backgroundColor: theme.look.surface,
  border: `1px solid ${theme.look.hairline}`,
  borderRadius: theme.look.corner,
  minWidth: 0,
}))

/** What the layout reads stays away from the page; `as` must too, or the element would not become what it says. */
const ofLayout = new Set<PropertyKey>(['gap', 'wrap', 'as'])
const shouldForwardProp = (name: PropertyKey): boolean => !ofLayout.has(name)

/** One line of things with the same distance. */
export const Line = styled('div', { shouldForwardProp })<{
  gap?: number
  wrap?: boolean
}>(({ theme, gap = 2, wrap = false }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(gap),
  flexWrap: wrap ? 'wrap' : 'nowrap',
  minWidth: 0,
}))

export const Stack = styled('div', { shouldForwardProp })<{ gap?: number }>(({ theme, gap = 4 }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.spacing(gap),
  minWidth: 0,
}))

/** Second voice: what explains the first. */
export const Quiet = styled('span')(({ theme }) => ({
  color: theme.look.ink2,
  fontSize: theme.look.size.small,
}))

export const Strong = styled('span')(({ theme }) => ({ fontWeight: theme.look.weight.medium, minWidth: 0 }))

/** Digits that stand under each other. */
export const Digits = styled('span')({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' })

/** A word with its state's colour; the word is always there, so colour is never alone. */
export const Badge = styled('span', { shouldForwardProp: name => name !== 'mood' })<{ mood?: Mood }>(
  ({ theme, mood = 'none' }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    justifySelf: 'start',
    gap: 4,
    height: 20,
    padding: '0 8px',
    borderRadius: 999,
    fontSize: theme.look.size.tiny,
    fontWeight: theme.look.weight.medium,
    whiteSpace: 'nowrap',
    color: theme.look.moods[mood].text,
    backgroundColor: theme.look.moods[mood].soft,
    '& svg': { fontSize: 14 },
  }),
)

/** One line, cut with dots when there is no room. */
export const OneLine = styled('span')({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  minWidth: 0,
})

/** Text in the colour of a mood, for dates and sums beside their word. */
export const Toned = styled('span', { shouldForwardProp: name => name !== 'mood' })<{
  mood?: Mood | undefined
}>(({ theme, mood }) => (mood && mood !== 'none' ? { color: theme.look.moods[mood].text } : {}))

/** For screen readers only. */
export const Spoken = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})
