import { styled, useTheme } from '@mui/material/styles'
import type { DealPathAnswer } from '#server/sales/sales.contract.ts'
import { span } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'

const Ribbon = styled('ol')(({ theme }) => ({
  display: 'flex',
  gap: 3,
  listStyle: 'none',
  margin: theme.spacing(0, 0, 5),
  padding: 0,
}))
const Step = styled('li')(({ theme }) => ({
  flex: '1 1 84px',
  minWidth: 0,
  paddingTop: theme.spacing(1.5),
  borderTop: `4px solid ${theme.look.hairline}`,
  fontSize: theme.look.size.small,
  color: theme.look.ink2,
  '& small': { display: 'block', minHeight: 16, fontSize: theme.look.size.tiny },
  '&[aria-current]': { color: theme.look.ink, fontWeight: theme.look.weight.strong },
  // On a phone only the present stage has room for its name; the others are read out.
  [theme.breakpoints.down('md')]: {
    '&:not([aria-current])': { flex: '1 1 12px', height: 4, overflow: 'hidden', paddingTop: 0 },
    '&[aria-current]': { flex: '0 0 auto', maxWidth: '55%' },
  },
}))

const Name = styled('span')({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  lineHeight: 1.25,
})

/** The stages of the deal's own version of the funnel, with the place where it stands. */
export const StageRibbon = ({ path }: { path: DealPathAnswer | undefined }) => {
  const t = useWords()
  const locale = useLocale()
  const { look } = useTheme()
  if (!path) return <Ribbon style={{ minHeight: 46 }} />
  const shown = path.nodes.filter(({ kind, state }) => kind !== 'lost' || state === 'now')
  return (
    <Ribbon aria-label={t('deals.ribbon', { funnel: path.funnelName, version: path.versionNumber })}>
      {shown.map(({ stage, name, state, hue, spentMs }) => (
        <Step
          key={stage}
          title={name}
          {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          style={state === 'future' ? undefined : { borderTopColor: look.hues[hue % look.hues.length]?.line }}
        >
          <Name>{name}</Name>
          <small>{state !== 'future' && spentMs !== null && span(spentMs, locale)}</small>
        </Step>
      ))}
    </Ribbon>
  )
}
