import { DataTable, useRecordContext } from 'react-admin'
import { isZero } from '#domain/shared/quantity.ts'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { money } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { ListPage } from '../shared/list/ListPage.tsx'
import { ListSearch } from '../shared/list/ListSearch.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Digits, Line, OneLine, Quiet } from '../shared/look/parts.tsx'
import { Alternatives } from './Alternatives.tsx'
import { Held } from './Held.tsx'

const Col = DataTable.Col<OfferingAnswer>
const properties = (offering: OfferingAnswer): string =>
  Object.entries(offering.properties)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')

/** The catalogue: search first; what is free, reserved and expected in one cell; what could be had instead under what is not there. */
export const Catalogue = () => {
  const t = useWords()
  return (
    <ListPage<OfferingAnswer>
      resource="offerings"
      title={t('rooms.products')}
      sort={{ field: 'name', order: 'ASC' }}
      filter={{ deleted: false }}
      empty={t('catalog.empty')}
      filters={<ListSearch label={t('lines.search')} autoFocus />}
      phone={offering => ({
        to: `/products/${offering.productId}/show`,
        title: offering.name,
        note: <Held offering={offering} />,
        right: offering.prices[0] && <Digits>{money(offering.prices[0].valueKopecks)}</Digits>,
      })}
    >
      <Table
        rowClick={(_id, _resource, record) => `/products/${record.productId}/show`}
        expand={<Instead />}
        isRowExpandable={record => isZero(record.free)}
        expandSingle
      >
        <Col
          source="name"
          className="wide"
          label={t('lines.name')}
          render={offering => (
            <Line gap={2}>
              <OneLine style={{ flex: '0 0 auto', maxWidth: '100%' }}>
                <RowLink to={`/products/${offering.productId}/show`}>{offering.name}</RowLink>
              </OneLine>
              <OneLine>
                <Quiet>{properties(offering)}</Quiet>
              </OneLine>
            </Line>
          )}
        />
        <Col source="sku" label={t('catalog.sku')} />
        <Col
          source="free"
          label={t('catalog.held')}
          disableSort
          render={offering => <Held offering={offering} />}
        />
        <Col
          source="prices"
          label={t('lines.price')}
          className="n"
          disableSort
          render={({ prices }) => prices[0] && <Digits>{money(prices[0].valueKopecks)}</Digits>}
        />
      </Table>
    </ListPage>
  )
}

const Instead = () => {
  const t = useWords()
  const offering = useRecordContext<OfferingAnswer>()
  return offering ? (
    <div style={{ padding: '4px 0 12px' }}>
      <Alternatives offeringId={offering.id} none={t('catalog.no_instead')} />
    </div>
  ) : null
}
