import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asKopecks,
  asQuantity,
  parseBoolean,
  parseCurrency,
  parseDateTime,
  parseDecimal,
  parseVatRate,
  sumOf,
  unitByCode,
} from './scalars.ts'

describe('scalars of CommerceML', () => {
  it.each([
    ['1234.56', '1234.56'],
    ['1234,56', '1234.56'],
    ['1\u00a0234\u202f567,5', '1234567.5'],
    ['231.7400', '231.74'],
    ['1.0000', '1'],
    ['-1', '-1'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['', null],
    ['  ', null],
    ['12 шт', undefined],
    ['1e3', undefined],
    ['--1', undefined],
    ['.', undefined],
    ['1.2.3', undefined],
  ])('CML-51 T3 the number «%s» is %s', (text, value) => expect(parseDecimal(text)).toBe(value))

  it('T15 CML-52 −999999999.9 in either form of writing is no value', () => {
    expect(parseDecimal('-999999999.9')).toBeNull()
    expect(parseDecimal('-999\u00a0999\u00a0999,9')).toBeNull()
  })

  it('T18 money of four decimals is rounded half up and says that it was', () => {
    expect(asKopecks('231.7450')).toEqual({ kopecks: 23175n, exact: false })
    expect(asKopecks('231.74')).toEqual({ kopecks: 23174n, exact: true })
    expect(asKopecks('9'.repeat(30))).toBeUndefined()
  })

  it('any number of kopecks is read back from its own writing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), kopecks => {
        const digits = (kopecks < 0n ? -kopecks : kopecks).toString().padStart(3, '0')
        const text = `${kopecks < 0n ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
        expect(asKopecks(parseDecimal(text) ?? '')).toEqual({ kopecks, exact: true })
      }),
    )
  })

  it('a quantity fits numeric(18,6) or is refused', () => {
    expect(asQuantity('0.1234567')).toBe('0.123457')
    expect(asQuantity('-1')).toBe('-1')
    expect(asQuantity('123456789012.5')).toBe('123456789012.5')
    expect(asQuantity('1234567890123')).toBeUndefined()
  })

  it('a sum of quantities is exact', () => expect(sumOf(['0.1', '0.2', '-1'])).toBe('-0.7'))

  it('CML-51 truth has many words', () => {
    expect(['true', '1', 'Да', 'ДА'].map(parseBoolean)).toEqual([true, true, true, true])
    expect(['false', '0', 'Нет'].map(parseBoolean)).toEqual([false, false, false])
    expect([parseBoolean(''), parseBoolean('ой')]).toEqual([null, undefined])
  })

  it.each([
    ['2017-07-13', '2017-07-13T00:00:00'],
    ['2014-06-01T0:36:33', '2014-06-01T00:36:33'],
    ['2022-10-31UTC02:25:50', '2022-10-31T02:25:50'],
    ['2017-07-13T14:45:41.123+03:00', '2017-07-13T14:45:41'],
    ['2017-07-13 14:45:41', '2017-07-13T14:45:41'],
    ['13.07.2017 14:45:41', '2017-07-13T14:45:41'],
    ['13.07.2017', '2017-07-13T00:00:00'],
    ['0001-01-01T00:00:00', null],
    ['', null],
    ['2017-02-30', undefined],
    ['завтра', undefined],
  ])('T38 T15 the date «%s» is %s', (text, value) => expect(parseDateTime(text)).toBe(value))

  it('T16 roubles are RUB however they are written', () => {
    expect(['RUB', 'RUR', 'руб', 'руб.', '643', '810'].map(parseCurrency)).toEqual(Array(6).fill('RUB'))
    expect([parseCurrency(''), parseCurrency('тугрик')]).toEqual([null, undefined])
  })

  it.each([
    ['20', '20'],
    ['20%', '20'],
    ['20.00', '20'],
    ['18 %', '18'],
    ['22', '22'],
    ['5', '5'],
    ['0', '0'],
    ['Без НДС', 'none'],
    ['без НДС', 'none'],
    ['Без налога', 'none'],
    ['18/118', '18/118'],
    ['20% / 120%', '20/120'],
    ['', null],
    ['18/120', undefined],
    ['льготная', undefined],
  ])('T17 the VAT rate «%s» is %s', (text, rate) => expect(parseVatRate(text)).toBe(rate))

  it('T9 a unit is known by its code, padded or short', () => {
    expect([unitByCode('796 '), unitByCode('6'), unitByCode('    '), unitByCode('1000')]).toEqual([
      'шт',
      'м',
      undefined,
      undefined,
    ])
  })
})
