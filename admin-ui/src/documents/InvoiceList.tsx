import { DataTable } from 'react-admin'
import type { InvoiceAnswer } from '#server/documents/documents.contract.ts'
import { day, money } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { ListPage } from '../shared/list/ListPage.tsx'
import { ListSearch } from '../shared/list/ListSearch.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Quiet } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'

const Col = DataTable.Col<InvoiceAnswer>
const shown = ['awaiting_approval', 'issued', 'partly_paid', 'overdue', 'paid', 'draft'] as const

/** Invoices by state: to approve, waiting for money, overdue. */
export const InvoiceList = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const sum = ({ totals }: InvoiceAnswer) => <Digits>{totals ? money(totals.grossKopecks) : ''}</Digits>
  return (
    <ListPage<InvoiceAnswer>
      resource="invoices"
      title={t('rooms.invoices')}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={t('papers.invoices_empty')}
      filters={
        <>
          <ListSearch label={t('papers.search')} />
          <FilterSegments
            name={t('field.status')}
            source="status"
            options={[
              ['', t('list.all')],
              ...shown.map(status => [status, word('status.invoices', status)] as const),
            ]}
          />
        </>
      }
      phone={invoice => ({
        to: `/invoices/${invoice.id}/show`,
        title: invoice.buyer.name,
        note: <StatusBadge resource="invoices" status={invoice.status} />,
        right: sum(invoice),
      })}
    >
      <Table rowClick="show">
        <Col
          source="number"
          label={t('field.number')}
          render={({ id, number }) => (
            <RowLink to={`/invoices/${id}/show`}>{number ?? <Quiet>{t('papers.draft')}</Quiet>}</RowLink>
          )}
        />
        <Col source="buyer.name" label={t('field.company')} disableSort />
        <Col
          source="status"
          label={t('field.status')}
          disableSort
          render={({ status }) => <StatusBadge resource="invoices" status={status} />}
        />
        <Col
          source="dueDate"
          label={t('papers.due_label')}
          render={({ dueDate }) => dueDate && <Digits>{day(dueDate, locale)}</Digits>}
        />
        <Col source="totals" label={t('field.sum')} className="n" disableSort render={sum} />
        <Col
          source="paidKopecks"
          label={t('papers.paid_label')}
          className="n"
          disableSort
          render={({ paidKopecks }) => <Digits>{paidKopecks ? money(paidKopecks) : ''}</Digits>}
        />
      </Table>
    </ListPage>
  )
}
