import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPercent, comparePercent, hundredths, parsePercent } from '../shared/percent.ts'
import { parseQuantity } from '../shared/quantity.ts'
import { type LineFacts, lineTotals, maxDiscountPercent, paperTotals, type VatMode } from './line-totals.ts'
import { vatRateKeys } from './vat.ts'

const percent = fc.integer({ min: 0, max: 10_000 }).map(canonicalPercent)
const line: fc.Arbitrary<LineFacts> = fc.record({
  quantity: fc.integer({ min: 0, max: 10 ** 9 }).map(n => parseQuantity((n / 1000).toFixed(3)) ?? '0'),
  priceKopecks: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  discountPercent: percent,
  vatRate: fc.constantFrom(...vatRateKeys),
})
const mode = fc.constantFrom<VatMode>('inside', 'on_top')

describe('lines of a paper', () => {
  it('twenty brooms at 1 525.00 less 5 % with 22 % inside', () => {
    const broom = { quantity: '20', priceKopecks: 152_500n, discountPercent: '5', vatRate: 'VAT22' } as const
    expect(lineTotals(broom)).toEqual({
      grossKopecks: 2_897_500n,
      vatKopecks: 522_500n,
      netKopecks: 2_375_000n,
      discountKopecks: 152_500n,
    })
  })

  it('rounds once, not at the price and again at the sum', () => {
    const screws = { quantity: '3', priceKopecks: 999n, discountPercent: '12.5', vatRate: 'NONE' } as const
    expect(lineTotals(screws).grossKopecks).toBe(2622n) // 29.97 × 0.875 = 26.22375; a rounded price makes 26.22 or 26.23
    const grams = {
      quantity: '0.333',
      priceKopecks: 10_000n,
      discountPercent: '50',
      vatRate: 'NONE',
    } as const
    expect(lineTotals(grams).grossKopecks).toBe(1665n)
    const crumbs = { quantity: '0.5', priceKopecks: 1n, discountPercent: '50', vatRate: 'NONE' } as const
    expect(lineTotals(crumbs).grossKopecks).toBe(0n) // a quarter of a kopeck; rounding half of one first makes 1
  })

  it('several rates make one row each, in the order of the law', () => {
    const of = (vatRate: LineFacts['vatRate']): LineFacts => ({
      ...{ quantity: '1', priceKopecks: 11_000n, discountPercent: '0', vatRate },
    })
    const { totals } = paperTotals([of('NONE'), of('VAT10'), of('VAT22'), of('VAT10')])
    expect(totals.byRate.map(({ rate, vatKopecks }) => [rate, vatKopecks])).toEqual([
      ['VAT22', 1984n],
      ['VAT10', 2000n],
      ['NONE', 0n],
    ])
  })

  it('tells when the lines round away from the total, for the note on the paper', () => {
    const of = (priceKopecks: bigint): LineFacts => ({
      ...{ quantity: '1', priceKopecks, discountPercent: '0', vatRate: 'VAT22' },
    })
    expect(paperTotals([of(1001n), of(1001n), of(1001n)]).totals.roundingKopecks).toBe(1n)
    expect(paperTotals([of(3003n)]).totals.roundingKopecks).toBe(0n)
    expect(paperTotals([of(1001n), of(1001n), of(1001n)], 'on_top').totals).toMatchObject({
      vatKopecks: 660n,
      roundingKopecks: -1n,
    })
  })

  it('F8 totals are the sums of lines, by rate too, and net with VAT is gross', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), mode, (lines, how) => {
        const { lines: each, totals } = paperTotals(lines, how)
        for (const key of ['netKopecks', 'vatKopecks', 'grossKopecks'] as const) {
          expect(each.reduce((sum, one) => sum + one[key], 0n)).toBe(totals[key])
          expect(totals.byRate.reduce((sum, row) => sum + row[key], 0n)).toBe(totals[key])
        }
        for (const one of [...each, totals, ...totals.byRate])
          expect(one.netKopecks + one.vatKopecks).toBe(one.grossKopecks)
        const taken = each.reduce((sum, one) => sum + one.discountKopecks, 0n)
        expect(totals.discountKopecks).toBe(taken)
        expect(taken >= 0n).toBe(true)
      }),
    )
  })

  it('a bigger discount never makes a bigger sum; all of it makes nothing', () => {
    fc.assert(
      fc.property(line, percent, (one, other) => {
        const more = comparePercent(other, one.discountPercent) >= 0
        const after = lineTotals({ ...one, discountPercent: other }).grossKopecks
        if (more) expect(after <= lineTotals(one).grossKopecks).toBe(true)
        expect(lineTotals({ ...one, discountPercent: '100' }).grossKopecks).toBe(0n)
      }),
    )
  })

  it('a paper without lines is zero', () => {
    expect(paperTotals([]).totals).toMatchObject({ grossKopecks: 0n, byRate: [], roundingKopecks: 0n })
    expect(maxDiscountPercent([])).toBe('0')
  })

  it('nonsense is refused as a fact', () => {
    const one = { quantity: '1', priceKopecks: 1n, discountPercent: '0', vatRate: 'NONE' } as const
    expect(() => lineTotals({ ...one, discountPercent: '100.01' })).toThrow('BadPercent')
    expect(() => lineTotals({ ...one, discountPercent: '1.234' })).toThrow('BadPercent')
    expect(() => lineTotals({ ...one, quantity: 'много' })).toThrow('BadQuantity')
  })
})

describe('percents', () => {
  it.each([
    ['12,50 %', '12.5'],
    ['5.00', '5'],
    ['0', '0'],
    ['100', '100'],
    ['10', '10'],
    ['0.05', '0.05'],
  ])('reads %j as %s', (text, canonical) => expect(parsePercent(text)).toBe(canonical))

  it.each(['', '-1', '100.01', '1.005', '101', 'пять'])('refuses %j', text =>
    expect(parsePercent(text)).toBeNull(),
  )

  it('is exact in hundredths and the largest of lines is found by value', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), n => hundredths(canonicalPercent(n)) === n))
    const lines = ['9', '10.00', '9.99'].map(discountPercent => ({ discountPercent }))
    expect(maxDiscountPercent(lines)).toBe('10')
  })
})
