import { DataTable, useGetList } from 'react-admin'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { ListPage } from '../shared/list/ListPage.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Quiet } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { InquiryQueue } from './InquiryQueue.tsx'
import { InquiryVerbs } from './InquiryVerbs.tsx'

const Col = DataTable.Col<InquiryAnswer>

/** What nobody has on top; below what came in, newest first, with who has it. */
export const InquiryList = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const { data: queue = [], total: waiting = 0 } = useGetList<InquiryAnswer>('inquiries', {
    filter: { unassigned: true, status: 'new' },
    sort: { field: 'receivedAt', order: 'ASC' },
    pagination: { page: 1, perPage: 10 },
  })
  return (
    <ListPage<InquiryAnswer>
      resource="inquiries"
      title={t('rooms.inquiries')}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      filter={{ unassigned: false }}
      before={
        waiting > 0 && (
          <div style={{ marginBottom: 20 }}>
            <InquiryQueue inquiries={queue} total={waiting} />
          </div>
        )
      }
      empty={t(waiting > 0 ? 'inquiries.all_wait' : 'inquiries.empty')}
      filters={
        <FilterSegments
          name={t('field.status')}
          source="status"
          options={[
            ['', t('list.all')],
            ...(['assigned', 'taken', 'in_deal'] as const).map(
              status => [status, word('status.inquiries', status)] as const,
            ),
          ]}
        />
      }
      phone={inquiry => ({
        to: `/inquiries/${inquiry.id}/show`,
        title: inquiry.companyName ?? inquiry.contactName ?? inquiry.phone ?? '',
        note: inquiry.text,
        right: <Quiet>{when(inquiry.receivedAt, locale)}</Quiet>,
      })}
    >
      <Table rowClick="show">
        <Col
          source="receivedAt"
          label={t('inquiries.received')}
          render={({ receivedAt }) => <Digits>{when(receivedAt, locale)}</Digits>}
        />
        <Col
          source="companyName"
          label={t('inquiries.from')}
          disableSort
          render={({ companyName, contactName, phone }) => companyName ?? contactName ?? phone}
        />
        <Col source="text" className="words" label={t('inquiries.text')} disableSort />
        <Col
          source="ownerName"
          label={t('field.owner')}
          disableSort
          render={({ ownerName }) => ownerName ?? <Quiet>{t('inquiries.nobody')}</Quiet>}
        />
        <Col
          source="status"
          label={t('field.status')}
          disableSort
          render={({ status }) => <StatusBadge resource="inquiries" status={status} />}
        />
        <Col
          source="can"
          className="verbs"
          label=""
          disableSort
          render={inquiry => <InquiryVerbs inquiry={inquiry} />}
        />
      </Table>
    </ListPage>
  )
}
