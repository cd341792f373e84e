import { DataTable } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { day, money } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { ListPage } from '../shared/list/ListPage.tsx'
import { ListSearch } from '../shared/list/ListSearch.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Quiet } from '../shared/look/parts.tsx'
import { Term } from '../shared/look/Term.tsx'
import { StageMark } from './StageMark.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'

const Col = DataTable.Col<DealAnswer>

/** All deals the person sees, as rows. */
export const DealList = () => {
  const t = useWords()
  const locale = useLocale()
  return (
    <ListPage<DealAnswer>
      resource="deals"
      title={t('rooms.deals')}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={t('deals.empty')}
      actions={<ViewSwitch view="list" />}
      filters={
        <>
          <ListSearch label={t('deals.search')} />
          <FilterSegments
            name={t('field.status')}
            source="status"
            options={[
              ['', t('list.all')],
              ['open', t('deals.status.open')],
              ['won', t('deals.status.won')],
              ['lost', t('deals.status.lost')],
            ]}
          />
        </>
      }
      phone={deal => ({
        to: `/deals/${deal.id}/show`,
        title: deal.companyName ?? deal.title,
        note: `${deal.stageName} · ${deal.title}`,
        right: <Digits>{deal.amountKopecks === null ? '' : money(deal.amountKopecks)}</Digits>,
      })}
    >
      <Table rowClick="show">
        <Col
          source="companyName"
          label={t('field.company')}
          disableSort
          render={deal => <RowLink to={`/deals/${deal.id}/show`}>{deal.companyName ?? deal.title}</RowLink>}
        />
        <Col source="title" label={t('deals.want')} disableSort />
        <Col source="stage" label={t('deals.stage')} render={deal => <StageMark deal={deal} />} />
        <Col
          className="n"
          source="amountKopecks"
          label={t('field.sum')}
          render={deal => <Digits>{deal.amountKopecks === null ? '' : money(deal.amountKopecks)}</Digits>}
        />
        <Col
          source="nextStep"
          label={t('deals.next_step')}
          disableSort
          render={deal =>
            deal.nextStep ? (
              <Term due={deal.nextStep.dueAt} />
            ) : (
              deal.status === 'open' && <Quiet>{t('deals.no_step')}</Quiet>
            )
          }
        />
        <Col source="ownerName" label={t('field.owner')} disableSort />
        <Col
          source="createdAt"
          label={t('field.created')}
          render={deal => <Digits>{day(deal.createdAt, locale)}</Digits>}
        />
      </Table>
    </ListPage>
  )
}
