import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import type { TodayAnswer } from '#server/engagement/engagement.contract.ts'
import { call } from '../shared/data/http.ts'
import { longDay } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead, Section } from '../shared/look/Head.tsx'
import { Panel, Stack } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { DayColumn } from './DayColumn.tsx'
import { TodayRow } from './TodayRow.tsx'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  alignItems: 'start',
  '@media (min-width: 1280px)': { gridTemplateColumns: 'minmax(0, 1fr) 300px' },
}))

/** What to do now, in order: what, who, why now, until when, one button that does it. */
export const TodayPage = () => {
  const t = useWords()
  const locale = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ['today'],
    queryFn: async ({ signal }) => (await call<TodayAnswer>('/today', { signal })).body,
  })
  const sections = data?.sections.filter(({ items }) => items.length > 0) ?? []
  return (
    <>
      <PageHead title={t('rooms.today')} note={longDay(new Date(), locale)} />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <Panel>
          <WaitingRows rows={8} height={56} />
        </Panel>
      )}
      {data && sections.length === 0 && (
        <Panel>
          <Empty>
            {data.tomorrow > 0 ? t('today.empty', { smart_count: data.tomorrow }) : t('today.empty_free')}
          </Empty>
        </Panel>
      )}
      {data && sections.length > 0 && (
        <Columns>
          <Stack gap={5}>
            {sections.map(({ key, title, total, items }) => (
              <Section key={key} title={title} note={total} flush>
                {items.map(item => (
                  <TodayRow key={item.id} item={item} />
                ))}
              </Section>
            ))}
          </Stack>
          <DayColumn items={sections.flatMap(({ items }) => items)} tomorrow={data.tomorrow} />
        </Columns>
      )}
    </>
  )
}
