import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as money from './kopecks.ts'

const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })

describe('kopecks', () => {
  it.each([
    ['1 234,56', 123456n],
    ['1\u00a0234\u202f567.8', 123456780n],
    ['-10', -1000n],
    ['−0,05', -5n],
    ['12 ₽', 1200n],
    ['500 руб.', 50000n],
    ['0', 0n],
  ])('reads %j as a person means it', (text, kopecks) => {
    expect(money.parseKopecks(text)).toBe(kopecks)
  })

  it.each(['', 'abc', '1,234.56', '1.005', '1e3', '.5', '5.', '--1', '12 $', 'Infinity', '9'.repeat(19)])(
    'refuses %j instead of guessing',
    text => expect(money.parseKopecks(text)).toBeNull(),
  )

  it('prints as Intl does for Russian, without Intl', () => {
    const intl = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), kopecks => {
        expect(money.formatKopecks(BigInt(kopecks))).toBe(intl.format(kopecks === 0 ? 0 : kopecks / 100))
      }),
    )
  })

  it('F8 goes through print, HTTP, payload and bank form and comes back the same', () => {
    fc.assert(
      fc.property(amount, kopecks => {
        expect(money.parseKopecks(money.formatKopecks(kopecks))).toBe(kopecks)
        expect(money.parseKopecks(money.formatRoubles(kopecks))).toBe(kopecks)
        expect(money.parseKopecks(money.kopecksToDecimal(kopecks))).toBe(kopecks)
        expect(money.kopecksFromString(money.kopecksToString(kopecks))).toBe(kopecks)
      }),
    )
    expect(money.kopecksFromNumber(money.kopecksToNumber(10n ** 15n))).toBe(10n ** 15n)
  })

  it('refuses numbers that are not exact', () => {
    expect(() => money.kopecksToNumber(2n ** 53n)).toThrow(RangeError)
    expect(() => money.kopecksFromNumber(0.5)).toThrow(RangeError)
    expect(() => money.kopecksFromString('1.0')).toThrow(RangeError)
  })

  it('F8 rounds halves away from zero, the same for debts and credits', () => {
    expect([5n, 4n, -5n, -4n].map(n => money.divideHalfUp(n, 10n))).toEqual([1n, 0n, -1n, 0n])
    expect(money.divideHalfUp(5n, -10n)).toBe(-1n)
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const q = money.divideHalfUp(n, d)
        expect(money.divideHalfUp(-n, d)).toBe(-q)
        const off = 2n * (q * d - n)
        expect(off <= d && off >= -d).toBe(true)
      }),
    )
  })
})
