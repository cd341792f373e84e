import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, holds, isThere } from './condition.ts'
import { type DealFacts, withFacts } from './deal-facts.ts'

describe('conditions of a funnel', () => {
  const deal: DealFacts = {
    linesCount: 2,
    amountKopecks: '9007199254740993',
    maxDiscountPercent: '10.5',
    offerStatus: 'sent',
    firstAnswered: true,
  }
  it.each<[string, Condition, boolean]>([
    ['kopecks beyond the exact range of floats', { fact: 'amountKopecks', gt: '9007199254740992' }, true],
    ['kopecks by number, not by letters', { fact: 'amountKopecks', gt: '99' }, true],
    ['percents with a fraction', { fact: 'maxDiscountPercent', gt: '10.4' }, true],
    ['equal percents written differently', { fact: 'maxDiscountPercent', eq: '10.50' }, true],
    ['one of several states', { fact: 'offerStatus', in: ['sent', 'accepted'] }, true],
    ['a state it is not in', { fact: 'offerStatus', ne: 'sent' }, false],
    ['a bound that is met exactly', { fact: 'linesCount', gte: 2 }, true],
    ['a bound that is just missed', { fact: 'linesCount', lt: 2 }, false],
    ['an unknown yes/no is a no', { fact: 'shipped', eq: false }, true],
    ['nothing compares with an unknown', { fact: 'paidKopecks', lte: '0' }, false],
    ['not even by being different', { fact: 'invoiceStatus', ne: 'paid' }, false],
    ['an unknown is asked for by name', { fact: 'invoiceStatus', known: false }, true],
    ['no conditions at all', { all: [] }, true],
    ['none of no choices', { any: [] }, false],
  ])('judges %s', (_, condition, expected) => {
    expect(holds(condition, deal)).toBe(expected)
    expect(holds({ not: condition }, deal)).toBe(!expected)
  })

  it('a demand without a condition wants a yes, more than nothing, or something written', () => {
    expect(holds(isThere('linesCount'), { linesCount: 0 })).toBe(false)
    expect(holds(isThere('amountKopecks'), { amountKopecks: '1' })).toBe(true)
    expect(holds(isThere('channel'), { channel: '' })).toBe(false)
    expect(holds(isThere('shipped'), { shipped: true })).toBe(true)
  })

  it('news of a wrong type or of no fact at all changes nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('linesCount', 'offerStatus', 'nonsense'), fc.jsonValue()),
        news => {
          const known = withFacts({ linesCount: 1 }, JSON.parse(JSON.stringify(news)))
          expect(Object.hasOwn(known, 'nonsense')).toBe(false)
          if (known.linesCount !== undefined) expect(Number.isSafeInteger(known.linesCount)).toBe(true)
        },
      ),
    )
  })
})
