import Button from '@mui/material/Button'
import { AutocompleteInput, LinkBase, ReferenceInput, required, useGetOne, useParams } from 'react-admin'
import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import type { PaymentAnswer } from '#server/money/money.contract.ts'
import { MoneyInput } from '../shared/form/MoneyInput.tsx'
import { day, money } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead, Section } from '../shared/look/Head.tsx'
import { Digits, Panel, Quiet, Stack, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { may } from '../shared/verbs/may.ts'
import { useCommand } from '../shared/verbs/use-command.ts'

/** One payment: what it pays, what it could pay, each with one button. */
export const PaymentPage = () => {
  const t = useWords()
  const locale = useLocale()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<PaymentAnswer>('payments', { id })
  const match = useCommand('payments', 'match', { done: 'payments.matched_said' })
  const unmatch = useCommand('payments', 'unmatch')
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows />
      </Panel>
    )
  const rest = data.amountKopecks - data.matchedKopecks
  return (
    <>
      <PageHead
        title={money(data.amountKopecks)}
        note={<StatusBadge resource="payments" status={data.status} />}
      />
      <Stack gap={5} style={{ maxWidth: 880 }}>
        <Section title={data.payerName ?? t('payments.unknown_payer')} note={data.payerInn}>
          <Stack gap={2}>
            <span>{data.purpose}</span>
            <Quiet>
              {[day(data.paidOn, locale), data.documentNumber && `№ ${data.documentNumber}`]
                .filter(Boolean)
                .join(' · ')}
            </Quiet>
          </Stack>
        </Section>
        <Section
          title={t('payments.pays')}
          note={rest > 0 ? t('payments.rest', { sum: money(rest) }) : undefined}
          flush
        >
          {data.matched.map(({ invoiceId, number, amountKopecks }) => (
            <Row key={invoiceId}>
              <RowWords>
                <LinkBase to={`/invoices/${invoiceId}/show`}>
                  {t('papers.invoice', { number: number ?? '' })}
                </LinkBase>
              </RowWords>
              <Digits>{money(amountKopecks)}</Digits>
              {may(data, 'unmatch') && (
                <Button
                  size="small"
                  variant="outlined"
                  loading={unmatch.isPending}
                  onClick={() => void unmatch.run(data.id, { invoiceId })}
                >
                  {t('payments.unmatch')}
                </Button>
              )}
            </Row>
          ))}
          {data.matched.length === 0 && (
            <Quiet style={{ display: 'block', padding: 16 }}>{t('payments.pays_nothing')}</Quiet>
          )}
        </Section>
        {may(data, 'match') && (
          <Section title={t('payments.fits')} flush actions={<MatchOther payment={data} />}>
            {data.suggestions.map(({ invoiceId, number, restKopecks, why }) => (
              <Row key={invoiceId}>
                <RowWords>
                  <Strong>{t('papers.invoice', { number: number ?? '' })}</Strong>
                  <Quiet>{why}</Quiet>
                </RowWords>
                <Digits>{money(restKopecks)}</Digits>
                <Button
                  size="small"
                  variant="contained"
                  loading={match.isPending}
                  onClick={() => void match.run(data.id, { invoiceId })}
                >
                  {t('payments.match')}
                </Button>
              </Row>
            ))}
            {data.suggestions.length === 0 && (
              <Quiet style={{ display: 'block', padding: 16 }}>{t('payments.nothing_fits')}</Quiet>
            )}
          </Section>
        )}
      </Stack>
    </>
  )
}

const MatchOther = ({ payment }: { payment: PaymentAnswer }) => {
  const t = useWords()
  return (
    <AskButton
      resource="payments"
      record={payment}
      verb="match"
      label="payments.match_other"
      size="small"
      bodyOf={({ invoiceId, amountKopecks }) => ({ invoiceId, ...(amountKopecks ? { amountKopecks } : {}) })}
    >
      <ReferenceInput
        source="invoiceId"
        reference="invoices"
        filter={{ status: ['issued', 'partly_paid', 'overdue'] }}
        sort={{ field: 'createdAt', order: 'DESC' }}
      >
        <AutocompleteInput
          label={t('payments.invoice')}
          optionText={({ number, buyer }: InvoiceAnswer) => `${number ?? ''} · ${buyer.name}`}
          filterToQuery={(q: string) => (q ? { q } : {})}
          validate={required()}
        />
      </ReferenceInput>
      <MoneyInput source="amountKopecks" label={t('payments.part')} helperText={t('payments.part_hint')} />
    </AskButton>
  )
}
