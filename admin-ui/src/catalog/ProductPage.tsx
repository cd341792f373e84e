import { styled } from '@mui/material/styles'
import { useGetOne, useParams } from 'react-admin'
import { isZero } from '#domain/shared/quantity.ts'
import type { OfferingAnswer, ProductAnswer } from '#server/catalog/catalog.contract.ts'
import { day, money, quantity } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Related } from '../shared/list/Related.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Digits, Panel, Quiet, Stack, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { Alternatives } from './Alternatives.tsx'
import { Held } from './Held.tsx'
import { SupplyButton } from './SupplyButton.tsx'

const Prices = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(0.5),
  textAlign: 'right',
}))

/** A product with what it is offered as: prices, where it lies, what comes and when, what instead. */
export const ProductPage = () => {
  const t = useWords()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<ProductAnswer>('products', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows rows={5} />
      </Panel>
    )
  const facts = Object.entries(data.properties).map(([name, value]) => `${name}: ${value}`)
  return (
    <>
      <PageHead title={data.name} note={[data.sku, ...facts].filter(Boolean).join(' · ')} />
      <Stack gap={5}>
        {data.fullName && data.fullName !== data.name && <Quiet>{data.fullName}</Quiet>}
        <Related<OfferingAnswer>
          resource="offerings"
          title={t('catalog.offerings')}
          filter={{ productId: data.id }}
          sort={{ field: 'name', order: 'ASC' }}
          empty={t('catalog.no_offerings')}
          row={offering => <OfferingRow key={offering.id} offering={offering} />}
        />
      </Stack>
    </>
  )
}

const OfferingRow = ({ offering }: { offering: OfferingAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  const places = offering.stock.map(
    ({ warehouseName, quantity: there }) => `${warehouseName ?? t('catalog.somewhere')}: ${quantity(there)}`,
  )
  const coming = offering.supplies.map(supply =>
    t('catalog.expected', { quantity: quantity(supply.quantity), date: day(supply.date, locale) }),
  )
  return (
    <Row style={{ alignItems: 'flex-start' }}>
      <RowWords>
        <Strong>{offering.name}</Strong>
        <Held offering={offering} />
        <Quiet>{[...places, ...coming].join(' · ')}</Quiet>
        <SupplyButton offering={offering} />
        {isZero(offering.free) && <Alternatives offeringId={offering.id} />}
      </RowWords>
      <Prices>
        {offering.prices.map(({ typeId, typeName, valueKopecks, minQuantity, unit }) => (
          <span key={typeId + minQuantity}>
            <Quiet>{typeName}</Quiet> <Digits>{money(valueKopecks)}</Digits>
            {unit && <Quiet> / {unit}</Quiet>}
          </span>
        ))}
      </Prices>
    </Row>
  )
}
