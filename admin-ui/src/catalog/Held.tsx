import { isZero, sumQuantities } from '#domain/shared/quantity.ts'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { day, quantity } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Toned } from '../shared/look/parts.tsx'

type HeldFacts = Pick<OfferingAnswer, 'free' | 'stock' | 'supplies' | 'unit'>

/** Free now, reserved for deals, expected with its date: all in one cell. */
export const Held = ({ offering: { free, stock, supplies, unit } }: { offering: HeldFacts }) => {
  const t = useWords()
  const locale = useLocale()
  const reserved = sumQuantities(stock.map(row => row.reserved))
  const [next] = supplies
  return (
    <Digits>
      <Toned mood={isZero(free) ? 'you' : 'done'}>
        {t('lines.free', { quantity: quantity(free), unit })}
      </Toned>
      <Quiet>
        {!isZero(reserved) && ` · ${t('catalog.reserved', { quantity: quantity(reserved) })}`}
        {next &&
          ` · ${t('catalog.expected', { quantity: quantity(next.quantity), date: day(next.date, locale) })}`}
      </Quiet>
    </Digits>
  )
}
