import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareQuantity, sumQuantities } from '../shared/quantity.ts'
import { freeAt, freeStock } from './free-stock.ts'

const at = (warehouseId: string | null, quantity: string) => ({ warehouseId, quantity })

describe('what can be promised', () => {
  it('S-019 stock less reservations less own shipments that 1C has not confirmed', () => {
    const holdings = {
      stock: [at('a', '12'), at('b', '5')],
      reserved: [at('a', '4')],
      issued: [at('b', '2')],
    }
    expect(freeStock(holdings)).toEqual({
      free: '11',
      places: [
        { warehouseId: 'a', quantity: '12', reserved: '4', issued: '0', free: '8' },
        { warehouseId: 'b', quantity: '5', reserved: '0', issued: '2', free: '3' },
      ],
    })
    expect(freeAt(holdings, null)).toBe('11')
    expect(freeAt(holdings, 'c')).toBe('0')
  })

  it('T29 a negative stock sells nothing and takes nothing from other warehouses', () =>
    expect(freeStock({ stock: [at('a', '-1'), at('b', '3')], reserved: [], issued: [] })).toMatchObject({
      free: '3',
      places: [{ warehouseId: 'a', quantity: '-1', free: '0' }, { free: '3' }],
    }))

  it('a reservation without a warehouse limits every warehouse by the total', () =>
    expect(freeAt({ stock: [at('a', '5'), at('b', '5')], reserved: [at(null, '8')], issued: [] }, 'a')).toBe(
      '2',
    ))

  it('what an import took away cannot be promised again', () =>
    expect(freeAt({ stock: [at('a', '3')], reserved: [at('a', '5')], issued: [] }, null)).toBe('0'))

  it('PG3 the free quantity is never below zero nor above the stock, in all and in each warehouse', () => {
    const rows = fc.array(
      fc.record({
        warehouseId: fc.constantFrom('a', 'b', null),
        quantity: fc.integer({ min: 0, max: 50 }).map(String),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, rows, rows, (stock, reserved, issued) => {
        const { free, places } = freeStock({ stock, reserved, issued })
        expect(compareQuantity(free, '0')).not.toBe(-1)
        expect(compareQuantity(free, sumQuantities(stock.map(one => one.quantity)))).not.toBe(1)
        for (const place of places) {
          expect(compareQuantity(place.free, '0')).not.toBe(-1)
          expect(compareQuantity(place.free, free)).not.toBe(1)
          expect(compareQuantity(place.free, place.quantity)).not.toBe(1)
        }
      }),
    )
  })
})
