import { expect, it } from 'vitest'
import { laterTimes } from './later-times.ts'

const later = (now: Date) => Object.fromEntries(laterTimes(now).map(({ key, at }) => [key, at]))

it('a task put off on a Friday comes back in an hour, on Saturday at ten, or on Monday at ten', () => {
  const friday = new Date(2026, 10, 27, 16, 30)
  const { hour, tomorrow, monday } = later(friday)
  expect(hour).toEqual(new Date(2026, 10, 27, 17, 30))
  expect(tomorrow).toEqual(new Date(2026, 10, 28, 10, 0))
  expect(monday).toEqual(new Date(2026, 10, 30, 10, 0))
})

it('on a Monday «Monday» is the next one', () => {
  expect(later(new Date(2026, 10, 23, 9, 0)).monday).toEqual(new Date(2026, 10, 30, 10, 0))
})
