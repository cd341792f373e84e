import { describe, expect, it } from 'vitest'
import { touchedBy } from './live-events.ts'

const invoice = { resource: 'invoices', id: 'i1' }

describe('a change told by the server', () => {
  it('renews the record itself and every list of its kind', () => {
    expect(touchedBy(invoice, ['invoices', 'getOne', { id: 'i1' }])).toBe(true)
    expect(touchedBy(invoice, ['invoices', 'getList', { filter: { dealId: 'd' } }])).toBe(true)
  })
  it('leaves other records alone', () => {
    expect(touchedBy(invoice, ['invoices', 'getOne', { id: 'i2' }])).toBe(false)
    expect(touchedBy(invoice, ['deals', 'getList', {}])).toBe(false)
  })
  it('renews the pages made of such records', () => {
    expect(touchedBy(invoice, ['today'])).toBe(true)
    expect(touchedBy({ resource: 'deals', id: 'd' }, ['board', null])).toBe(true)
  })
})
