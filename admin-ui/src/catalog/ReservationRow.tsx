import type { ReservationAnswer } from '#server/catalog/catalog.contract.ts'
import { day, quantity } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'

/** Goods held for a deal, until when, and the way to let them go. */
export const ReservationRow = ({ reservation }: { reservation: ReservationAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  return (
    <Row>
      <RowWords>
        <Strong>{reservation.offeringName}</Strong>
        <Quiet>
          {t('catalog.reserved', { quantity: quantity(reservation.quantity) })} ·{' '}
          {t('catalog.until', { date: day(reservation.until, locale) })}
        </Quiet>
      </RowWords>
      <VerbButton
        resource="reservations"
        record={reservation}
        verb="release"
        label="catalog.release"
        size="small"
      />
    </Row>
  )
}
