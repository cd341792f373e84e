import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumQuantities } from '../shared/quantity.ts'
import { possibleDate } from './possible-date.ts'

const today = '2026-11-22'
const supplies = [
  { date: '2026-12-10', quantity: '100' },
  { date: '2026-11-28', quantity: '40' },
]

describe('when it can be had', () => {
  it('S-020 in stock 12, and 40 more on 28 November', () => {
    expect(possibleDate({ quantity: '12', free: '12', supplies, today })).toEqual({
      inStock: true,
      possibleOn: today,
      parts: [{ on: today, quantity: '12' }],
      lacks: '0',
    })
    expect(possibleDate({ quantity: '50', free: '12', supplies, today })).toEqual({
      inStock: false,
      possibleOn: '2026-11-28',
      parts: [
        { on: today, quantity: '12' },
        { on: '2026-11-28', quantity: '38' },
      ],
      lacks: '0',
    })
  })

  it('S-020 what no known supply covers has no date', () =>
    expect(possibleDate({ quantity: '200', free: '12', supplies, today })).toMatchObject({
      possibleOn: null,
      lacks: '48',
    }))

  it('S-020 a supply whose day has passed without arriving promises nothing', () =>
    expect(
      possibleDate({ quantity: '1', free: '0', supplies: [{ date: '2026-11-21', quantity: '5' }], today }),
    ).toMatchObject({ possibleOn: null, lacks: '1' }))

  it('S-020 parts and what lacks always make the whole', () => {
    const amount = fc.integer({ min: 0, max: 100 }).map(String)
    const day = fc.integer({ min: 10, max: 30 }).map(one => `2026-11-${one}`)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }).map(String),
        amount,
        fc.array(fc.record({ date: day, quantity: amount })),
        (quantity, free, coming) => {
          const { parts, lacks } = possibleDate({ quantity, free, supplies: coming, today })
          expect(sumQuantities([...parts.map(part => part.quantity), lacks])).toBe(quantity)
          expect(parts.map(part => part.on)).toEqual(parts.map(part => part.on).toSorted())
        },
      ),
    )
  })
})
