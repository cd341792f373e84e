import { DataTable } from 'react-admin'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { ListPage } from '../shared/list/ListPage.tsx'
import { ListSearch } from '../shared/list/ListSearch.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Quiet } from '../shared/look/parts.tsx'

const Col = DataTable.Col<CompanyAnswer>

/** Clients the person may see: his own, and those he takes part in. */
export const CompanyList = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  return (
    <ListPage<CompanyAnswer>
      resource="companies"
      title={t('rooms.companies')}
      sort={{ field: 'name', order: 'ASC' }}
      empty={t('companies.empty')}
      filters={
        <>
          <ListSearch label={t('companies.search')} />
          <FilterSegments
            name={t('field.status')}
            source="status"
            options={[
              ['', t('list.all')],
              ['active', t('companies.status.active')],
              ['potential', t('companies.status.potential')],
              ['inactive', t('companies.status.inactive')],
            ]}
          />
        </>
      }
      phone={({ id, name, contacts, class: level }) => ({
        to: `/companies/${id}/show`,
        title: name,
        note: contacts[0]?.name ?? '',
        right: <Quiet>{word('companies.class', level)}</Quiet>,
      })}
    >
      <Table rowClick="show">
        <Col
          source="name"
          label={t('companies.name')}
          render={({ id, name }) => <RowLink to={`/companies/${id}/show`}>{name}</RowLink>}
        />
        <Col
          source="class"
          label={t('companies.class_label')}
          disableSort
          render={({ class: level }) => word('companies.class', level)}
        />
        <Col source="inn" label={t('companies.inn')} disableSort />
        <Col
          source="contacts"
          label={t('one.contacts')}
          disableSort
          render={({ contacts }) => contacts[0]?.name}
        />
        <Col
          source="openDeals"
          label={t('companies.open_deals')}
          className="n"
          disableSort
          render={({ openDeals }) => openDeals || ''}
        />
        <Col source="ownerName" label={t('field.owner')} disableSort />
        <Col
          source="lastContactAt"
          label={t('companies.last_contact')}
          render={({ lastContactAt }) =>
            lastContactAt ? (
              <Digits>{when(lastContactAt, locale)}</Digits>
            ) : (
              <Quiet>{t('companies.never')}</Quiet>
            )
          }
        />
      </Table>
    </ListPage>
  )
}
