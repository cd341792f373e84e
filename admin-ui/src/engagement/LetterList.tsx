import { DataTable } from 'react-admin'
import type { LetterAnswer } from '#server/engagement/engagement.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { ListPage } from '../shared/list/ListPage.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Quiet } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'

const Col = DataTable.Col<LetterAnswer>

/** Every letter the company sent; without a mail server they are kept here to be read. */
export const LetterList = () => {
  const t = useWords()
  const locale = useLocale()
  return (
    <ListPage<LetterAnswer>
      resource="letters"
      title={t('rooms.letters')}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={t('letters.empty')}
      phone={({ id, subject, to, status }) => ({
        to: `/letters/${id}/show`,
        title: subject,
        note: to,
        right: <StatusBadge resource="letters" status={status} />,
      })}
    >
      <Table rowClick="show">
        <Col
          source="subject"
          label={t('letters.subject')}
          disableSort
          render={({ id, subject }) => <RowLink to={`/letters/${id}/show`}>{subject}</RowLink>}
        />
        <Col source="to" label={t('letters.to')} disableSort />
        <Col source="companyName" label={t('field.company')} disableSort />
        <Col
          source="files"
          label={t('letters.files')}
          disableSort
          render={({ files }) => <Quiet>{files.map(({ name }) => name).join(', ')}</Quiet>}
        />
        <Col
          source="createdAt"
          label={t('field.created')}
          render={({ createdAt }) => <Digits>{when(createdAt, locale)}</Digits>}
        />
        <Col
          source="status"
          label={t('field.status')}
          disableSort
          render={({ status }) => <StatusBadge resource="letters" status={status} />}
        />
      </Table>
    </ListPage>
  )
}
