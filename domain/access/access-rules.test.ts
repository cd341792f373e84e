import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPercent, comparePercent } from '../shared/percent.ts'
import { approversOfDiscount } from './discount-limits.ts'
import { moneySight, roleName, roles } from './roles.ts'
import { roleSeats } from './seats.ts'

const limits = { authorLimit: '5.00', headLimit: '15' }

describe('who approves a discount', () => {
  it.each([
    ['0', []],
    ['5', []],
    ['5.01', ['head']],
    ['15', ['head']],
    ['15.01', ['head', 'director']],
    ['100', ['head', 'director']],
  ])('%s %% of a manager with 5 %% under a head with 15 %%: %j', (percent, approvers) =>
    expect(approversOfDiscount({ percent, ...limits })).toEqual(approvers),
  )

  it('a head asks only the director, a director nobody', () => {
    const of = (percent: string, role: string) =>
      approversOfDiscount({ percent, ...limits, authorRoles: [role] })
    expect([of('15', 'head'), of('16', 'head'), of('100', 'director')]).toEqual([[], ['director'], []])
  })

  it('a bigger discount never needs fewer approvers, and the comparison is by value, not by letters', () => {
    const percent = fc.integer({ min: 0, max: 10_000 }).map(canonicalPercent)
    fc.assert(
      fc.property(percent, percent, percent, percent, (a, b, authorLimit, headLimit) => {
        const [less, more] = comparePercent(a, b) <= 0 ? [a, b] : [b, a]
        const needs = (value: string) => approversOfDiscount({ percent: value, authorLimit, headLimit })
        expect(needs(more).length).toBeGreaterThanOrEqual(needs(less).length)
      }),
    )
    expect(() => approversOfDiscount({ percent: '-1', ...limits })).toThrow('BadPercent')
  })
})

describe('what roles see of money', () => {
  it('the warehouse sees no prices, unless the person has another role too', () => {
    expect(moneySight(['warehouse'])).toEqual({ prices: false, sums: false, payments: false })
    expect(moneySight(['warehouse', 'manager'])).toEqual({ prices: true, sums: true, payments: true })
    expect(moneySight([])).toEqual({ prices: false, sums: false, payments: false })
  })

  it('every role has its seat and both names', () => {
    expect(roles.map(({ key }) => key)).toEqual(Object.keys(roleSeats))
    expect([roleName('lawyer'), roleName('lawyer', 'en'), roleName('x')]).toEqual(['Юрист', 'Lawyer', 'x'])
  })
})
