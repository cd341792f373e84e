import type { CivilDate } from '../shared/civil-date.ts'
import { canonicalPercent, hundredths } from '../shared/percent.ts'
import { addQuantity } from '../shared/quantity.ts'
import type { PaperLine } from './document-parts.ts'
import { lineTotals, maxDiscountPercent, type VatMode } from './line-totals.ts'
import { isVatRateKey, rateOnShipment, type VatRateKey } from './vat.ts'

/** A wanted line as a deal or an earlier paper holds it; quantity and discount in any decimal form. */
export interface LineSource {
  offeringId?: string | null | undefined
  name: string
  sku?: string | null | undefined
  unit: string
  quantity: string
  priceKopecks: bigint | string
  discountPercent: string
  vatRate: string
  deliveryOn?: string | null | undefined
}

/** Sums of a paper, as its entity keeps them. Kopecks. */
export interface PaperSums {
  netKopecks: bigint
  vatKopecks: bigint
  grossKopecks: bigint
  maxDiscountPercent: string
}

/**
 * DR-01, F8: the lines of a paper dated `on`, each with its own sums and the rate of its day of shipment (the day of
 * the paper where none is known), and the sums of the paper: always Σ of its lines.
 */
export function paperLines(
  sources: readonly LineSource[],
  mode: VatMode,
  on: CivilDate,
): { lines: PaperLine[] } & PaperSums {
  const lines = sources.map(source => paperLine(source, mode, on))
  const sum = (part: 'netKopecks' | 'vatKopecks' | 'grossKopecks') =>
    lines.reduce((total, line) => total + BigInt(line[part]), 0n)
  return {
    lines,
    netKopecks: sum('netKopecks'),
    vatKopecks: sum('vatKopecks'),
    grossKopecks: sum('grossKopecks'),
    maxDiscountPercent: maxDiscountPercent(lines),
  }
}

function paperLine(source: LineSource, mode: VatMode, on: CivilDate): PaperLine {
  const facts = {
    quantity: addQuantity(source.quantity, '0'),
    priceKopecks: BigInt(source.priceKopecks),
    discountPercent: canonicalPercent(hundredths(source.discountPercent)),
    vatRate: rateOnShipment(knownRate(source.vatRate), source.deliveryOn ?? on),
  }
  const sums = lineTotals(facts, mode)
  return {
    offeringId: source.offeringId ?? null,
    name: source.name,
    sku: source.sku ?? null,
    unit: source.unit,
    ...facts,
    priceKopecks: facts.priceKopecks.toString(),
    netKopecks: sums.netKopecks.toString(),
    vatKopecks: sums.vatKopecks.toString(),
    grossKopecks: sums.grossKopecks.toString(),
    deliveryOn: source.deliveryOn ?? null,
  }
}

const knownRate = (key: string): VatRateKey => (isVatRateKey(key) ? key : 'NONE')
