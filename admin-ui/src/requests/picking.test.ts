import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareQuantity } from '#domain/shared/quantity.ts'
import { leftToPick, pickedShare, type RequestLine, readyToShip, scannedLine, stepped } from './picking.ts'

const line = (change: Partial<RequestLine> = {}): RequestLine => ({
  id: 'l1',
  offeringId: null,
  name: 'Метла',
  sku: 'MET-1',
  unit: 'шт',
  quantity: '20',
  pickedQuantity: '12',
  shippedQuantity: '10',
  shortQuantity: '2',
  ...change,
})

describe('picking', () => {
  it('leaves what is not picked yet, also what was missing and has come', () => {
    expect(leftToPick(line())).toBe('8')
    expect(leftToPick(line({ pickedQuantity: '18', shortQuantity: '2' }))).toBe('2')
    expect(leftToPick(line({ pickedQuantity: '21' }))).toBe('0')
  })
  it('ships what is picked and still here', () => {
    expect(readyToShip(line())).toBe('2')
  })
  it('says how much is picked in whole percents', () => {
    expect(pickedShare([line(), line({ pickedQuantity: '20' })])).toBe(80)
    expect(pickedShare([])).toBe(0)
  })
  it('steps never leave the range from nothing to what is left', () => {
    const step = fc.constantFrom<1 | -1>(1, -1)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(20), (steps, most) => {
        const end = steps.reduce((hand, by) => stepped(hand, by, String(most)), '0')
        expect(compareQuantity(end, '0')).toBeGreaterThanOrEqual(0)
        expect(compareQuantity(end, String(most))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('a scanned code', () => {
  const done = line({ id: 'done', pickedQuantity: '20' })
  const open = line({ id: 'open' })
  it('finds the line that is not all picked, whatever the case of its letters', () => {
    expect(scannedLine([done, open], ' met-1 ')?.id).toBe('open')
  })
  it('of no line is told as unknown', () => {
    expect(scannedLine([open], 'X')).toBeUndefined()
  })
})
