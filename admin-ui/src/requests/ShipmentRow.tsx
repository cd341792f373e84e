import type { ShipmentAnswer } from '#server/requests/requests.contract.ts'
import { dayAndTime, quantity } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'

/** One part of the goods that left. */
export const ShipmentRow = ({ shipment }: { shipment: ShipmentAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  return (
    <Row>
      <RowWords>
        <Strong>{t('requests.shipment', { number: shipment.number })}</Strong>
        <Quiet>
          {shipment.lines.map(line => `${line.name} — ${quantity(line.quantity)} ${line.unit}`).join('; ')}
        </Quiet>
      </RowWords>
      <Quiet>
        {[shipment.shippedByName, dayAndTime(shipment.shippedAt, locale)].filter(Boolean).join(', ')}
      </Quiet>
    </Row>
  )
}
