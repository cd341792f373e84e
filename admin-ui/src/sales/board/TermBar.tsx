import { styled } from '@mui/material/styles'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { dayAndTime } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'

const Track = styled('div')(({ theme }) => ({
  position: 'absolute',
  insetInline: 0,
  bottom: 0,
  height: 3,
  backgroundColor: theme.look.hover,
}))
const Fill = styled('div', { shouldForwardProp: name => name !== 'late' })<{ late: boolean }>(
  ({ theme, late }) => ({
    height: '100%',
    backgroundColor: late ? theme.look.moods.late.text : theme.look.moods.other.text,
  }),
)

/** How much of the stage's term has run, 0 to 1; 1 when it is over. */
export const termRun = (since: string, due: string, now: number): number => {
  const whole = Date.parse(due) - Date.parse(since)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - Date.parse(since)) / whole))
}

/** A thin bar that fills as the term runs out. */
export const TermBar = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  if (!deal.nextDue || deal.status !== 'open') return null
  const run = termRun(deal.stageSince, deal.nextDue, Date.now())
  const until = t('deals.until', { date: dayAndTime(deal.nextDue, locale) })
  return (
    <Track role="img" aria-label={deal.overdue ? t('term.overdue') : until} title={until}>
      <Fill late={deal.overdue} style={{ width: `${Math.round(run * 100)}%` }} />
    </Track>
  )
}
