import { describe, expect, it } from 'vitest'
import {
  day,
  dayAndTime,
  money,
  moneyInShort,
  percent,
  phone,
  quantity,
  span,
  when,
  workingTime,
} from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const noon = new Date(2026, 10, 22, 12, 0).getTime()
const hour = 3_600_000

describe('sums and numbers', () => {
  it('stand with spaces, a comma and the rouble', () => {
    expect(plain(money(123456789))).toBe('1 234 567,89 ₽')
    expect(plain(moneyInShort(123456789, 'ru'))).toBe('1,2 млн ₽')
    expect(plain(moneyInShort(99900, 'ru'))).toBe('999 ₽')
  })
  it('lose the zeros a base keeps', () => {
    expect(plain(quantity('2.500000'))).toBe('2,5')
    expect(plain(percent('12.50'))).toBe('12,5 %')
  })
})

describe('times', () => {
  it('are days with their month in letters', () => {
    expect(plain(dayAndTime(new Date(2026, 10, 22, 10, 42), 'ru'))).toMatch(/^22 ноя( 2026)?, 10:42$/)
    expect(plain(day('2025-03-02', 'ru', new Date(2026, 0, 1)))).toBe('2 мар 2025')
  })
  it('within a day are said by how far they are', () => {
    expect(plain(when(noon + 2 * hour, 'ru', noon))).toBe('через 2 ч')
    expect(plain(when(noon - 5 * 60_000, 'ru', noon))).toBe('5 мин назад')
    expect(plain(when(noon + 10_000, 'en', noon))).toBe('now')
  })
  it('that something took have at most two units', () => {
    expect(plain(span(25 * 60_000, 'ru'))).toBe('25 мин')
    expect(plain(span(76 * hour, 'ru'))).toBe('3 дн 4 ч')
  })
  it('of work are counted in working days of eight hours', () => {
    expect(plain(workingTime(60, 'ru'))).toBe('1 ч')
    expect(plain(workingTime(1200, 'ru'))).toBe('2,5 раб. дн')
  })
})

it('a phone reads as people write it, and a foreign one stays as it is', () => {
  expect(plain(phone('8 (912) 345-67-89'))).toBe('+7 912 345-67-89')
  expect(phone('+49 30 123456')).toBe('+49 30 123456')
})
