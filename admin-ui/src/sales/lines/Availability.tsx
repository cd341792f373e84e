import { compareQuantity, parseQuantity } from '#domain/shared/quantity.ts'
import { day, quantity } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'
import { Digits, Toned } from '../../shared/look/parts.tsx'

interface AvailabilityProps {
  /** Free now, decimal string; null for what is not in the catalogue. */
  free: string | null
  wanted: string
  unit: string
  deliveryOn: string | null
}

/** How much of it can be had now, or when: colour and words say whether it is enough. */
export const Availability = ({ free, wanted, unit, deliveryOn }: AvailabilityProps) => {
  const t = useWords()
  const locale = useLocale()
  if (free === null) return <Toned mood="none">{t('lines.not_in_catalogue')}</Toned>
  const enough = compareQuantity(free, parseQuantity(wanted) ?? '0') >= 0
  const words = t('lines.free', { quantity: quantity(free), unit })
  const today = new Date().toISOString().slice(0, 10)
  return (
    <Toned mood={enough ? 'done' : 'you'}>
      <Digits>{words}</Digits>
      {!enough &&
        ` · ${deliveryOn && deliveryOn > today ? t('lines.comes_on', { date: day(deliveryOn, locale) }) : t('lines.not_enough')}`}
    </Toned>
  )
}
