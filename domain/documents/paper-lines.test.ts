import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineSource, paperLines } from './paper-lines.ts'

const aLine: fc.Arbitrary<LineSource> = fc.record({
  name: fc.constant('Веник'),
  unit: fc.constant('шт'),
  quantity: fc
    .tuple(fc.nat(99_999), fc.nat(999_999))
    .map(([whole, part]) => `${whole}.${`${part}`.padStart(6, '0')}`),
  priceKopecks: fc.bigInt(0n, 10n ** 12n),
  discountPercent: fc.nat(10_000).map(n => (n / 100).toFixed(2)),
  vatRate: fc.constantFrom('VAT22', 'VAT20', 'VAT10', 'VAT0', 'NONE', 'no such rate'),
  deliveryOn: fc.constantFrom(null, '2025-12-30', '2026-01-12'),
})
const anyLines = fc.array(aLine, { maxLength: 20 })
const anyMode = fc.constantFrom('inside' as const, 'on_top' as const)
const broom: LineSource = {
  ...{ name: 'Веник', unit: 'шт', quantity: '20.000000', priceKopecks: 580_000n },
  ...{ discountPercent: '5.00', vatRate: 'VAT20' },
}

describe('the lines of a paper', () => {
  it('F8 add up: net and VAT of each line to its gross, and the totals are Σ of the lines', () => {
    fc.assert(
      fc.property(anyLines, anyMode, (sources, mode) => {
        const { lines, ...totals } = paperLines(sources, mode, '2025-12-25')
        const sum = (part: 'netKopecks' | 'vatKopecks' | 'grossKopecks') =>
          lines.reduce((total, line) => total + BigInt(line[part]), 0n)
        for (const line of lines)
          expect(BigInt(line.netKopecks) + BigInt(line.vatKopecks)).toBe(BigInt(line.grossKopecks))
        expect(totals.netKopecks).toBe(sum('netKopecks'))
        expect(totals.vatKopecks).toBe(sum('vatKopecks'))
        expect(totals.grossKopecks).toBe(totals.netKopecks + totals.vatKopecks)
      }),
    )
  })

  it('are the same lines when a later paper takes them from an earlier one of the day', () => {
    fc.assert(
      fc.property(anyLines, anyMode, (sources, mode) => {
        const offer = paperLines(sources, mode, '2025-12-25')
        expect(paperLines(offer.lines, mode, '2025-12-25')).toEqual(offer)
      }),
    )
  })

  it('DR-01 have the rate of their day of shipment, without one the rate of the paper’s day', () => {
    const rate = (deliveryOn: string | null, on: string) =>
      paperLines([{ ...broom, deliveryOn }], 'inside', on).lines[0]?.vatRate
    expect(rate(null, '2025-12-25')).toBe('VAT20')
    expect(rate('2026-01-12', '2025-12-25')).toBe('VAT22')
    expect(rate(null, '2026-03-02')).toBe('VAT22')
  })

  it('keep quantities and discounts in their short form', () => {
    const { lines, maxDiscountPercent } = paperLines([broom], 'inside', '2026-03-02')
    expect(lines).toMatchObject([{ quantity: '20', discountPercent: '5', grossKopecks: '11020000' }])
    expect(maxDiscountPercent).toBe('5')
  })
})
