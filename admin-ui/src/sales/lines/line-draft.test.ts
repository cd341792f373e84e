import { describe, expect, it } from 'vitest'
import { type DealLine, draftOf, type LineDraft, linesBody, sumOf } from './line-draft.ts'

const line: DealLine = {
  id: 'l1',
  offeringId: 'o1',
  name: 'Веник электрический',
  sku: 'VEN-T-GR',
  unit: 'шт',
  quantity: '2.5',
  priceKopecks: 1249900,
  discountPercent: '12.5',
  vatRate: 'VAT22',
  grossKopecks: 2734156,
  deliveryOn: null,
  free: '0',
}
const draft: LineDraft = draftOf(line)

describe('a line being edited', () => {
  it('shows numbers as people write them', () => {
    expect([draft.quantity, draft.price, draft.discount]).toEqual(['2,5', '12\u00a0499,00', '12,5'])
  })
  it('F8 sums price times quantity less discount to the kopeck, as the server does', () => {
    expect(sumOf(draft)).toBe(2734156)
  })
  it('goes back to the contract as decimal strings and integer kopecks', () => {
    expect(linesBody([{ ...draft, quantity: '1 000', price: '99.9', discount: '' }])).toEqual({
      lines: [{ offeringId: 'o1', quantity: '1000', priceKopecks: 9990, discountPercent: '0' }],
    })
  })
  it('leaves the price to the catalogue where none is typed', () => {
    expect(linesBody([{ ...draft, price: '' }])).toEqual({
      lines: [{ offeringId: 'o1', quantity: '2.5', discountPercent: '12.5' }],
    })
  })
  it.each([
    ['quantity', '0'],
    ['quantity', 'много'],
    ['price', '12,345'],
    ['discount', '101'],
  ] as const)('is not sent while its %s reads «%s»', (field, text) => {
    const broken = { ...draft, [field]: text }
    expect(linesBody([broken])).toEqual({ unreadable: 'l1' })
    expect(sumOf(broken)).toBeNull()
  })
})
