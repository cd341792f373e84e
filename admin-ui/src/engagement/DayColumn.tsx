import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import { time } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Section } from '../shared/look/Head.tsx'
import { Digits, OneLine, Quiet, Stack } from '../shared/look/parts.tsx'
import { pathOfItem, type TodayItem } from './today-item.ts'

const Hour = styled(LinkBase)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '44px minmax(0, 1fr)',
  gap: theme.spacing(2),
  color: 'inherit',
  textDecoration: 'none',
  '& > :first-of-type': { color: theme.look.ink2 },
  '&:hover': { color: theme.look.accent },
}))
const Aside = styled('aside')({ '@media (max-width: 1279.95px)': { display: 'none' } })

const isToday = (at: string): boolean => new Date(at).toDateString() === new Date().toDateString()

/** The day by the clock: what is promised for today and still ahead. */
export const DayColumn = ({ items, tomorrow }: { items: TodayItem[]; tomorrow: number }) => {
  const t = useWords()
  const ahead = items
    .flatMap(item => (item.dueAt && !item.overdue && isToday(item.dueAt) ? [{ item, at: item.dueAt }] : []))
    .toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <Aside>
      <Section title={t('today.day')}>
        <Stack gap={3}>
          {ahead.length === 0 && <Quiet>{t('today.nothing_promised')}</Quiet>}
          {ahead.map(({ item, at }) => (
            <Hour key={item.id} to={pathOfItem(item)}>
              <Digits>{time(at)}</Digits>
              <span style={{ minWidth: 0 }}>
                <OneLine style={{ display: 'block' }}>{item.what}</OneLine>
                <Quiet>
                  <OneLine style={{ display: 'block' }}>{item.who}</OneLine>
                </Quiet>
              </span>
            </Hour>
          ))}
          <Quiet>
            {tomorrow > 0 ? t('today.tomorrow', { smart_count: tomorrow }) : t('today.tomorrow_free')}
          </Quiet>
        </Stack>
      </Section>
    </Aside>
  )
}
