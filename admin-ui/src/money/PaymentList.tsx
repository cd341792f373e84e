import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import { DataTable, LinkBase, usePermissions } from 'react-admin'
import type { PaymentAnswer } from '#server/money/money.contract.ts'
import { creatable } from '../access/creatable.ts'
import { day, money } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { ListPage } from '../shared/list/ListPage.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, OneLine } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'

const Col = DataTable.Col<PaymentAnswer>

/** Money received: what no invoice is known for stands first. */
export const PaymentList = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const { permissions } = usePermissions<string[]>()
  const enter = creatable(permissions ?? []).includes('payments') && (
    <Button component={LinkBase} to="/payments/create" variant="contained" startIcon={<Add />}>
      {t('payments.new')}
    </Button>
  )
  return (
    <ListPage<PaymentAnswer>
      resource="payments"
      title={t('rooms.payments')}
      sort={{ field: 'paidOn', order: 'DESC' }}
      filterDefaults={{ status: 'unmatched' }}
      empty={t('payments.empty')}
      actions={enter}
      filters={
        <FilterSegments
          name={t('field.status')}
          source="status"
          options={[
            ...(['unmatched', 'partly', 'matched'] as const).map(
              status => [status, word('status.payments', status)] as const,
            ),
            ['', t('list.all')],
          ]}
        />
      }
      phone={payment => ({
        to: `/payments/${payment.id}`,
        title: payment.payerName ?? payment.purpose,
        note: `${day(payment.paidOn, locale)} · ${payment.purpose}`,
        right: <Digits>{money(payment.amountKopecks)}</Digits>,
      })}
    >
      <Table rowClick="edit">
        <Col
          source="paidOn"
          label={t('field.date')}
          render={({ paidOn }) => <Digits>{day(paidOn, locale)}</Digits>}
        />
        <Col
          source="payerName"
          label={t('payments.payer')}
          disableSort
          render={({ id, payerName }) => (
            <RowLink to={`/payments/${id}`}>{payerName ?? t('payments.unknown_payer')}</RowLink>
          )}
        />
        <Col
          source="purpose"
          label={t('payments.purpose')}
          disableSort
          render={({ purpose }) => <OneLine>{purpose}</OneLine>}
        />
        <Col
          source="status"
          label={t('field.status')}
          disableSort
          render={({ status }) => <StatusBadge resource="payments" status={status} />}
        />
        <Col
          source="amountKopecks"
          label={t('field.sum')}
          className="n"
          render={({ amountKopecks }) => <Digits>{money(amountKopecks)}</Digits>}
        />
      </Table>
    </ListPage>
  )
}
