import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import { useQuery } from '@tanstack/react-query'
import type { HealthPartsAnswer } from '#server/reports/reports.contract.ts'
import { call } from '../shared/data/http.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead, Section } from '../shared/look/Head.tsx'
import { Quiet, Stack, Strong, Toned } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'

/** The administrator's first screen: each part in words, and what waits to be told to the engine. */
export const HealthPage = () => {
  const t = useWords()
  const locale = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ['health'],
    // A part that dies cannot tell so by an event.
    refetchInterval: 10_000,
    queryFn: async ({ signal }) => (await call<HealthPartsAnswer>('/health/parts', { signal })).body,
  })
  return (
    <>
      <PageHead title={t('rooms.health')} />
      {error && <Failure error={error} retry={() => void refetch()} />}
      <Stack gap={5} style={{ maxWidth: 760 }}>
        <Section title={t('health.parts')} flush>
          {!data && !error && <WaitingRows rows={3} />}
          {data?.parts.map(({ key, title, ok, words }) => (
            <Row key={key}>
              <Toned mood={ok ? 'done' : 'late'}>{ok ? <CheckCircle /> : <ErrorOutline />}</Toned>
              <RowWords>
                <Strong>{title}</Strong>
              </RowWords>
              <Toned mood={ok ? 'done' : 'late'}>{words}</Toned>
            </Row>
          ))}
        </Section>
        {data && (
          <Section title={t('health.outbox')}>
            <Stack gap={2}>
              <Toned mood={data.outbox.waiting > 0 ? 'you' : 'done'}>
                {data.outbox.waiting > 0
                  ? t('health.waiting', { smart_count: data.outbox.waiting })
                  : t('health.nothing_waits')}
              </Toned>
              {data.outbox.oldestAt && (
                <Quiet>{t('health.oldest', { when: when(data.outbox.oldestAt, locale) })}</Quiet>
              )}
              {data.outbox.lastProblem && <Toned mood="late">{data.outbox.lastProblem}</Toned>}
            </Stack>
          </Section>
        )}
      </Stack>
    </>
  )
}
