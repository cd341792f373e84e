import type { CivilDate } from '../shared/civil-date.ts'
import { divideHalfUp, formatKopecks, type Kopecks } from '../shared/kopecks.ts'

/** DR-02: `NONE` (без НДС) and `VAT0` (0 %) are different everywhere; 'n/1nn' are the calculated rates of advances. */
export const vatRateKeys = [
  ...(['VAT22', 'VAT20', 'VAT18', 'VAT10', 'VAT7', 'VAT5', 'VAT0', 'NONE'] as const),
  ...(['22/122', '20/120', '18/118', '10/110', '7/107', '5/105'] as const),
] as const
export type VatRateKey = (typeof vatRateKeys)[number]

/** DR-00: a rate as data with the days it is in force. */
export interface VatRate {
  key: VatRateKey
  percent: number
  /** On paper: '22%', 'без НДС'. */
  ru: string
  en: string
  from: CivilDate | null
  /** Last day in force. */
  until: CivilDate | null
  /** The general rate of its time, which follows the date of shipment. */
  standard: boolean
}

type Days = Pick<VatRate, 'from' | 'until'>
const always: Days = { from: null, until: null }
const plain = (key: VatRateKey, percent: number, days: Days, standard = false): VatRate => ({
  ...{ key, percent, ru: `${percent}%`, en: `${percent}%`, standard },
  ...days,
})
// @NOTE a calculated rate outlives its plain one: an advance of 2025 is shipped in 2026
const calculated = (key: VatRateKey, percent: number): VatRate => ({
  ...{ key, percent, ru: key, en: key, standard: false },
  ...always,
})

/** specs/documents-ru §1.1: the seed; a later law is one more row. */
export const vatRates: readonly VatRate[] = [
  plain('VAT22', 22, { from: '2026-01-01', until: null }, true),
  plain('VAT20', 20, { from: '2019-01-01', until: '2025-12-31' }, true),
  plain('VAT18', 18, { from: '2004-01-01', until: '2018-12-31' }, true),
  plain('VAT10', 10, always),
  plain('VAT7', 7, { from: '2025-01-01', until: null }),
  plain('VAT5', 5, { from: '2025-01-01', until: null }),
  plain('VAT0', 0, always),
  { ...plain('NONE', 0, always), ru: 'без НДС', en: 'no VAT' },
  calculated('22/122', 22),
  calculated('20/120', 20),
  calculated('18/118', 18),
  calculated('10/110', 10),
  calculated('7/107', 7),
  calculated('5/105', 5),
]
const byKey: ReadonlyMap<string, VatRate> = new Map(vatRates.map(rate => [rate.key, rate]))

/** The rate of a stored key; an unknown key is null. */
export const findVatRate = (key: string): VatRate | null => byKey.get(key) ?? null

export const isVatRateKey = (text: string): text is VatRateKey => byKey.has(text)

/** The rate as 1C and files write it ('22', 'none', '20/120') → our key, or null. */
export function vatRateFromGoods(text: string): VatRateKey | null {
  const key = text === 'none' ? 'NONE' : text.includes('/') ? text : `VAT${text}`
  return isVatRateKey(key) ? key : null
}

export const isRateInForce = (key: VatRateKey, on: CivilDate): boolean => {
  const rate = byKey.get(key)
  return !!rate && (rate.from === null || rate.from <= on) && (rate.until === null || on <= rate.until)
}

/** The general rate in force on the day; null before the seed begins. */
export const standardRate = (on: CivilDate): VatRateKey | null =>
  vatRates.find(rate => rate.standard && isRateInForce(rate.key, on))?.key ?? null

/** DR-01: the rate of a line follows the date of shipment: a general rate becomes the one in force that day. */
export const rateOnShipment = (key: VatRateKey, shipOn: CivilDate): VatRateKey =>
  byKey.get(key)?.standard ? (standardRate(shipOn) ?? key) : key

/** DR-01: whether shipping later than the paper's date changes the rate, so that the paper must warn. */
export const crossesRateChange = (key: VatRateKey, paperOn: CivilDate, shipOn: CivilDate): boolean =>
  rateOnShipment(key, paperOn) !== rateOnShipment(key, shipOn)

/** DR-03: regimes of the own company: the rate its lines get and the rates its goods may have. */
export const taxRegimes = {
  general: { ru: 'ОСНО', en: 'General', rate: 'standard', allowed: ['standard', 'VAT10', 'VAT0', 'NONE'] },
  simplified: { ru: 'УСН без НДС', en: 'Simplified, no VAT', rate: 'NONE', allowed: ['NONE'] },
  simplified5: { ru: 'УСН 5%', en: 'Simplified, 5%', rate: 'VAT5', allowed: ['VAT5', 'VAT0', 'NONE'] },
  simplified7: { ru: 'УСН 7%', en: 'Simplified, 7%', rate: 'VAT7', allowed: ['VAT7', 'VAT0', 'NONE'] },
} as const satisfies Record<
  string,
  { ru: string; en: string; rate: VatRateKey | 'standard'; allowed: readonly (VatRateKey | 'standard')[] }
>
export type TaxRegime = keyof typeof taxRegimes

/** DR-03: the rate of goods under the regime on the day: their own where allowed, else the regime's. */
export function rateUnderRegime(regime: TaxRegime, on: CivilDate, ofGoods: VatRateKey | null): VatRateKey {
  const standard = standardRate(on) ?? 'NONE'
  const today = (rate: VatRateKey | 'standard') => (rate === 'standard' ? standard : rate)
  const own = ofGoods && rateOnShipment(ofGoods, on)
  return own && taxRegimes[regime].allowed.some(rate => today(rate) === own)
    ? own
    : today(taxRegimes[regime].rate)
}

/** A sum taken apart; `net + vat = gross` always. Kopecks. */
export interface Taxed {
  netKopecks: Kopecks
  vatKopecks: Kopecks
  grossKopecks: Kopecks
}

/** VAT inside the sum: round(total × r / (100 + r)). */
export function vatInside(grossKopecks: Kopecks, key: VatRateKey): Taxed {
  const percent = BigInt(byKey.get(key)?.percent ?? 0)
  const vatKopecks = divideHalfUp(grossKopecks * percent, 100n + percent)
  return { netKopecks: grossKopecks - vatKopecks, vatKopecks, grossKopecks }
}

/** VAT on top of the sum: round(net × r / 100). A calculated rate has no "on top": it is taken as its plain one. */
export function vatOnTop(netKopecks: Kopecks, key: VatRateKey): Taxed {
  const percent = BigInt(byKey.get(key)?.percent ?? 0)
  const vatKopecks = divideHalfUp(netKopecks * percent, 100n)
  return { netKopecks, vatKopecks, grossKopecks: netKopecks + vatKopecks }
}

/** The row of totals for a rate: 'В том числе НДС 22%: 22 000,00 руб.' or 'Без НДС'. */
export const vatRow = (key: VatRateKey, vatKopecks: Kopecks): string =>
  key === 'NONE'
    ? 'Без НДС'
    : `В том числе НДС ${byKey.get(key)?.ru ?? key}: ${formatKopecks(vatKopecks)}\u00a0руб.`
