import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fact } from './fact.ts'
import * as q from './quantity.ts'

const quantity = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }))
  .map(
    ([minus, whole, part]) =>
      q.parseQuantity(`${minus ? '-' : ''}${whole}.${String(part).padStart(6, '0')}`) ?? '',
  )

describe('quantity', () => {
  it.each([
    ['20', '20'],
    ['1 000,50', '1000.5'],
    ['0.100000', '0.1'],
    ['007', '7'],
    ['-0', '0'],
    ['0,0000010', '0.000001'],
  ])('reads %j as %s', (text, canonical) => expect(q.parseQuantity(text)).toBe(canonical))

  it.each(['', 'шт', '1e3', '1.2.3', '0.0000001', '5.', 'NaN'])('refuses %j', text =>
    expect(q.parseQuantity(text)).toBeNull(),
  )

  it('0.1 + 0.2 is 0.3, and thirds of stock add up', () => {
    expect(q.addQuantity('0.1', '0.2')).toBe('0.3')
    expect(q.subtractQuantity('1', '0.999999')).toBe('0.000001')
    expect(q.sumQuantities(['0.333333', '0.333333', '0.333334'])).toBe('1')
  })

  it('adding and taking away again changes nothing, and order agrees with difference', () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        expect(q.subtractQuantity(q.addQuantity(a, b), b)).toBe(a)
        expect(q.isPositive(q.subtractQuantity(a, b))).toBe(q.compareQuantity(a, b) > 0)
        expect(q.minQuantity(a, b)).toBe(q.minQuantity(b, a))
      }),
    )
  })

  it('prints as on paper', () => {
    expect(q.formatQuantity('-1234567.5')).toBe('-1\u00a0234\u00a0567,5')
    expect(q.isZero('0.000000')).toBe(true)
    fc.assert(
      fc.property(quantity, a => {
        expect(q.parseQuantity(q.formatQuantity(a))).toBe(a)
      }),
    )
  })

  it('F8 price times quantity rounds half up to the kopeck', () => {
    expect(q.priceTimes(3333n, '3')).toBe(9999n)
    expect(q.priceTimes(1n, '0.5')).toBe(1n)
    expect(q.priceTimes(-1n, '0.5')).toBe(-1n)
    expect(q.priceTimes(1n, '0.499999')).toBe(0n)
  })

  it('anything else is a fact, not a NaN', () => {
    expect(() => q.addQuantity('1,5', '1')).toThrow(Fact)
    expect(() => q.compareQuantity('', '1')).toThrow('BadQuantity')
  })
})
