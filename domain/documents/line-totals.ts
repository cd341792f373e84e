import { divideHalfUp, type Kopecks } from '../shared/kopecks.ts'
import { canonicalPercent, hundredths, type Percent } from '../shared/percent.ts'
import { millionths, type Quantity } from '../shared/quantity.ts'
import { type Taxed, type VatRateKey, vatInside, vatOnTop, vatRateKeys } from './vat.ts'

/** What a line's sums are computed from. */
export interface LineFacts {
  quantity: Quantity
  priceKopecks: Kopecks
  discountPercent: Percent
  vatRate: VatRateKey
}

/** Whether prices hold VAT inside (the usual) or VAT comes on top. */
export type VatMode = 'inside' | 'on_top'

/** A line's sums; `discountKopecks` is what the discount took off the price × quantity. */
export interface LineTotals extends Taxed {
  discountKopecks: Kopecks
}

/** Totals of a paper: sums of its lines, never recomputed from the total (specs/documents-ru §1.3). */
export interface Totals extends LineTotals {
  /** One row per rate used, in the order of `vatRateKeys`. */
  byRate: (Taxed & { rate: VatRateKey })[]
  /** Σ of line VAT minus VAT of the totals by rate; not zero → show the rounding note. */
  roundingKopecks: Kopecks
}

/**
 * price × quantity × (100 − discount) / 100, rounded once half-up to the kopeck, then taken apart by the rate.
 * @throws Fact BadQuantity, BadPercent
 */
export function lineTotals(line: LineFacts, mode: VatMode = 'inside'): LineTotals {
  const exact = line.priceKopecks * millionths(line.quantity)
  const full = divideHalfUp(exact, 1_000_000n)
  const amount = divideHalfUp(exact * BigInt(10_000 - hundredths(line.discountPercent)), 10_000_000_000n)
  return { ...apart(amount, line.vatRate, mode), discountKopecks: full - amount }
}

/** Each line's sums and the totals of the paper. @throws Fact BadQuantity, BadPercent */
export function paperTotals(lines: readonly LineFacts[], mode: VatMode = 'inside') {
  const each = lines.map(line => lineTotals(line, mode))
  return {
    lines: each,
    totals: totalsOf(
      lines.map((line, i) => ({ ...sumAt(each, i), rate: line.vatRate })),
      mode,
    ),
  }
}

/** The largest discount among the lines, canonical; '0' where there are none. @throws Fact BadPercent */
export const maxDiscountPercent = (lines: readonly Pick<LineFacts, 'discountPercent'>[]): Percent =>
  canonicalPercent(Math.max(0, ...lines.map(line => hundredths(line.discountPercent))))

const nothing: LineTotals = { netKopecks: 0n, vatKopecks: 0n, grossKopecks: 0n, discountKopecks: 0n }

const sumAt = (sums: readonly LineTotals[], at: number): LineTotals => sums[at] ?? nothing

function totalsOf(lines: readonly (LineTotals & { rate: VatRateKey })[], mode: VatMode): Totals {
  const byRate = vatRateKeys.flatMap(rate => {
    const own = lines.filter(line => line.rate === rate)
    const { discountKopecks: _, ...sums } = own.reduce(add, nothing)
    return own.length ? [{ rate, ...sums }] : []
  })
  const roundingKopecks = byRate.reduce((sum, { rate, ...row }) => {
    const again = apart(mode === 'inside' ? row.grossKopecks : row.netKopecks, rate, mode)
    return sum + row.vatKopecks - again.vatKopecks
  }, 0n)
  return { ...lines.reduce(add, nothing), byRate, roundingKopecks }
}

const apart = (amount: Kopecks, rate: VatRateKey, mode: VatMode): Taxed =>
  mode === 'inside' ? vatInside(amount, rate) : vatOnTop(amount, rate)

const add = (a: LineTotals, b: LineTotals): LineTotals => ({
  netKopecks: a.netKopecks + b.netKopecks,
  vatKopecks: a.vatKopecks + b.vatKopecks,
  grossKopecks: a.grossKopecks + b.grossKopecks,
  discountKopecks: a.discountKopecks + b.discountKopecks,
})
