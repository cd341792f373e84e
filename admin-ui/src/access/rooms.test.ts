import { describe, expect, it } from 'vitest'
import { creatable } from './creatable.ts'
import { mayEnter, railOf } from './rooms.ts'

const keys = (...roles: string[]) => railOf(roles).map(({ key }) => key)

describe('the rail', () => {
  it('opens with today and then the own queue of each role', () => {
    expect(keys('lawyer').slice(0, 2)).toEqual(['today', 'approvals'])
    expect(keys('warehouse').slice(0, 2)).toEqual(['today', 'department-requests'])
    expect(keys('accountant').slice(0, 2)).toEqual(['today', 'invoices'])
    expect(keys('admin').slice(0, 2)).toEqual(['today', 'health'])
  })
  it('does not show a warehouse worker the board, nor a manager the users', () => {
    expect(keys('warehouse')).not.toContain('deals')
    expect(keys('manager')).not.toContain('users')
  })
  it('shows one who has two roles the rooms of both', () => {
    expect(keys('warehouse', 'accountant')).toEqual(
      expect.arrayContaining(['department-requests', 'payments']),
    )
  })
  it('keeps a page without a room open: the server says what is in it', () => {
    expect(mayEnter(['warehouse'], 'offers')).toBe(true)
    expect(mayEnter(['warehouse'], 'payments')).toBe(false)
  })
})

it('only who enters payments is offered to', () => {
  expect(creatable(['accountant'])).toContain('payments')
  expect(creatable(['manager'])).not.toContain('payments')
})
