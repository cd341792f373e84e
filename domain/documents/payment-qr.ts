import type { CivilDate } from '../shared/civil-date.ts'
import { type Kopecks, kopecksToDecimal } from '../shared/kopecks.ts'
import { shortDate } from './russian-dates.ts'
import { findVatRate, type VatRateKey } from './vat.ts'

/** Who is paid and for what. */
export interface PaymentOrder {
  name: string
  account: string
  bankName: string
  bic: string
  /** Empty or null when the bank has none: written as 0. */
  correspondentAccount: string | null
  inn: string
  /** Null for an entrepreneur. */
  kpp: string | null
  /** Null when the sum is open: then the key is left out. */
  sumKopecks: Kopecks | null
  purpose: string
}

/**
 * DR-21: the string of a payment QR by ГОСТ Р 56042-2014, UTF-8 (`ST00012`). Mandatory keys first and in order.
 * Most banks understand only '|' between pairs, so a '|' in a value becomes a space; long values are cut.
 */
export function paymentQr(order: PaymentOrder): string {
  const pairs: [key: string, value: string, max: number][] = [
    ['Name', order.name, 160],
    ['PersonalAcc', order.account, 20],
    ['BankName', order.bankName, 45],
    ['BIC', order.bic, 9],
    ['CorrespAcc', order.correspondentAccount || '0', 20],
    ['PayeeINN', order.inn, 12],
    ['KPP', order.kpp ?? '', 9],
    ['Sum', openOr(order.sumKopecks), 18],
    ['Purpose', order.purpose, 210],
  ]
  const written = pairs.map(([key, value, max]) => [key, clean(value, max)] as const)
  return ['ST00012', ...written.filter(([, value]) => value).map(([key, value]) => `${key}=${value}`)].join(
    '|',
  )
}

/** 'Оплата по счету № 117 от 02.03.2026, в т.ч. НДС 22% - 22000.00', one part for each rate. */
export function paymentPurpose(invoice: {
  number: string
  issuedOn: CivilDate
  byRate: readonly { rate: VatRateKey; vatKopecks: Kopecks }[]
}): string {
  const taxed = invoice.byRate.filter(({ rate }) => rate !== 'NONE')
  const vat = taxed.map(
    ({ rate, vatKopecks }) => `НДС ${findVatRate(rate)?.ru ?? rate} - ${kopecksToDecimal(vatKopecks)}`,
  )
  const tail = vat.length ? `в т.ч. ${vat.join(', ')}` : 'без НДС'
  return `Оплата по счету № ${invoice.number} от ${shortDate(invoice.issuedOn)}, ${tail}`
}

/** The sum in kopecks, or nothing when it is open (or beyond what the standard can hold). */
const openOr = (sum: Kopecks | null): string =>
  sum !== null && sum > 0n && sum < 10n ** 18n ? sum.toString() : ''

/** One line without the separator, at most `max` characters, never half a character. */
const clean = (value: string, max: number): string =>
  [...value.replace(/[|\s\p{Cc}]+/gu, ' ').trim()].slice(0, max).join('').trimEnd()
