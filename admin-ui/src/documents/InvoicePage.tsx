import { styled } from '@mui/material/styles'
import { LinkBase, useGetOne, useParams } from 'react-admin'
import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import { day, money, percent, quantity } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead, Section } from '../shared/look/Head.tsx'
import { Digits, Panel, Quiet, Stack, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { InvoiceVerbs } from './InvoiceVerbs.tsx'
import { fileUrl, PaperFrame } from './PaperDrawer.tsx'
import { usePaperTitle } from './use-paper-title.ts'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 1180px)': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' },
}))
const Paper = styled(Panel)({
  overflow: 'hidden',
  display: 'flex',
  height: 'calc(100dvh - 160px)',
  minHeight: 420,
})

/** One invoice: what is billed, what is paid, the paper beside it. */
export const InvoicePage = () => {
  const t = useWords()
  const paperTitle = usePaperTitle()
  const locale = useLocale()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<InvoiceAnswer>('invoices', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows />
      </Panel>
    )
  const title = paperTitle('invoice', data.number)
  const facts = [
    data.dueDate && t('papers.due', { date: day(data.dueDate, locale) }),
    data.paidKopecks && t('papers.paid', { sum: money(data.paidKopecks) }),
    data.voidReason,
  ]
  return (
    <>
      <PageHead title={title} note={<StatusBadge resource="invoices" status={data.status} />}>
        <InvoiceVerbs invoice={data} />
      </PageHead>
      <Columns>
        <Stack gap={5}>
          <Section
            title={data.buyer.name}
            actions={<LinkBase to={`/deals/${data.dealId}/show`}>{t('one.deals')}</LinkBase>}
          >
            <Stack gap={2}>
              {data.totals && (
                <Strong>
                  <Digits>{money(data.totals.grossKopecks)}</Digits>{' '}
                  <Quiet>{t('papers.with_vat', { sum: money(data.totals.vatKopecks) })}</Quiet>
                </Strong>
              )}
              <Quiet>{facts.filter(Boolean).join(' · ')}</Quiet>
            </Stack>
          </Section>
          <Section title={t('lines.title')} flush>
            {data.lines.map(line => (
              <Row key={`${line.offeringId ?? line.name}/${line.quantity}/${line.priceKopecks}`}>
                <RowWords>
                  {line.name}
                  <Quiet>
                    {`${quantity(line.quantity)} ${line.unit}`}
                    {line.priceKopecks !== null && ` × ${money(line.priceKopecks)}`}
                    {Number(line.discountPercent ?? 0) > 0 && ` − ${percent(line.discountPercent ?? '0')}`}
                  </Quiet>
                </RowWords>
                <Digits>{line.grossKopecks === null ? '' : money(line.grossKopecks)}</Digits>
              </Row>
            ))}
          </Section>
        </Stack>
        {data.fileId && (
          <Paper>
            <PaperFrame src={fileUrl(data.fileId)} title={title} />
          </Paper>
        )}
      </Columns>
    </>
  )
}
