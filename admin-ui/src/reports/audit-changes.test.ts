import { describe, expect, it } from 'vitest'
import { changedInside, changesOf, clientsIn, nameOf, peopleIn, readingOf } from './audit-changes.ts'

const update = (changes: Record<string, unknown>) => ({ verb: 'update', changes })

describe('What the journal of changes says to a person', () => {
  it('shows what a field was and what it became', () => {
    expect(changesOf(update({ stage: ['new', 'offer'] }))).toEqual([
      { field: 'stage', was: 'new', became: 'offer' },
    ])
  })

  it('leaves out what only the machine reads', () => {
    expect(changesOf(update({ seat_id: [null, 'x'], generation: [1, 2], plan: [{}, { a: 1 }] }))).toEqual([])
  })

  it('shows of a new record only what was filled in', () => {
    const created = {
      verb: 'insert',
      changes: {
        ...{ name: [null, 'ООО «Ромашка»'], inn: [null, '7701234567'], kpp: [null, null] },
        ...{ phones: [null, []], overdue: [null, false], amount_kopecks: [null, 0] },
      },
    }
    expect(nameOf(created)).toBe('ООО «Ромашка»')
    expect(changesOf(created)).toEqual([{ field: 'inn', was: null, became: '7701234567' }])
  })

  it('keeps a field that was emptied: that is a change', () => {
    expect(changesOf(update({ remark: ['нет печати', null] }))).toHaveLength(1)
  })

  it('names a record by its name as it became, a removed one as it was', () => {
    expect(nameOf(update({ name: ['Ромашка', 'Ромашка плюс'] }))).toBe('Ромашка плюс')
    expect(nameOf({ changes: { title: ['Перезвонить', null] } })).toBe('Перезвонить')
    expect(nameOf(update({ status: ['open', 'won'] }))).toBeNull()
  })

  it('reads kopecks as money, also beyond what the base sends as a short number', () => {
    expect(readingOf('amount_kopecks', 123_456)).toEqual({ as: 'money', kopecks: 123_456 })
    expect(readingOf('gross_kopecks', '99900')).toEqual({ as: 'money', kopecks: 99_900 })
    expect(readingOf('paid_kopecks', 0)).toEqual({ as: 'money', kopecks: 0 })
  })

  it('reads percents and quantities as numbers', () => {
    expect(readingOf('discount_limit_percent', 7.5)).toEqual({ as: 'number', decimal: '7.5' })
    expect(readingOf('issued_quantity', '3')).toEqual({ as: 'number', decimal: '3' })
  })

  it('tells a moment from a day and a word from both', () => {
    expect(readingOf('due_at', '2026-03-02T10:00:00+00:00')).toMatchObject({ as: 'moment' })
    expect(readingOf('due_date', '2026-03-02')).toEqual({ as: 'day', on: '2026-03-02' })
    expect(readingOf('number', '2026-03')).toEqual({ as: 'words', text: '2026-03' })
  })

  it('knows people and records by their field', () => {
    expect(readingOf('owner_id', 'u1')).toEqual({ as: 'person', id: 'u1' })
    expect(readingOf('deal_id', 'd1')).toEqual({ as: 'record', resource: 'deals', id: 'd1' })
  })

  it('counts lines rather than spelling their insides, and reads plain lists in a row', () => {
    expect(readingOf('lines', [{ name: 'a' }, { name: 'b' }])).toEqual({ as: 'many', count: 2 })
    expect(readingOf('phones', ['+79001112233', '+79004445566'])).toEqual({
      as: 'words',
      text: '+79001112233, +79004445566',
    })
    expect(readingOf('buyer', { name: 'ООО' })).toEqual({ as: 'data' })
  })

  it('asks for each person and each client once, those the entry itself is of included', () => {
    const of = (resource: string, recordId: string, changes: Record<string, unknown>) => ({
      ...{ resource, recordId, companyId: 'c', changes },
    })
    const entries = [
      of('companies', 'c', { owner_id: ['a', 'b'] }),
      of('tasks', 't', { assignee_id: [null, 'b'], company_id: ['c', 'c2'], deal_id: ['d', 'e'] }),
      of('users', 'u', { at_work: [true, false] }),
    ]
    expect(peopleIn(entries)).toEqual(['a', 'b', 'u'])
    expect(clientsIn(entries).toSorted()).toEqual(['c', 'c2'])
  })

  it('does not spell the id of a record without a page, and says a change inside as one', () => {
    expect(readingOf('offering_id', '01a205f3-9037-79ad-a3f6-4fee5003cf2e')).toEqual({ as: 'data' })
    expect(changedInside({ field: 'steps', was: [{ a: 1 }], became: [{ a: 2 }] })).toBe(true)
    expect(changedInside({ field: 'lines', was: [{ a: 1 }], became: [{ a: 1 }, { a: 2 }] })).toBe(false)
    expect(changedInside({ field: 'stage', was: 'new', became: 'offer' })).toBe(false)
  })
})
