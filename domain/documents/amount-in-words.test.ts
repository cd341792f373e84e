import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseKopecks } from '../shared/kopecks.ts'
import {
  amountInWords,
  counted,
  countInWords,
  numberInWords,
  plural,
  workingDaysForms,
} from './amount-in-words.ts'
import { contractDate, longDate, shortDate } from './russian-dates.ts'

describe('F8 a sum in words', () => {
  it.each([
    ['0.00', 'Ноль рублей 00 копеек'],
    ['0.01', 'Ноль рублей 01 копейка'],
    ['1.00', 'Один рубль 00 копеек'],
    ['2.02', 'Два рубля 02 копейки'],
    ['5.05', 'Пять рублей 05 копеек'],
    ['11.11', 'Одиннадцать рублей 11 копеек'],
    ['21.21', 'Двадцать один рубль 21 копейка'],
    ['101.01', 'Сто один рубль 01 копейка'],
    ['111.14', 'Сто одиннадцать рублей 14 копеек'],
    ['1000.00', 'Одна тысяча рублей 00 копеек'],
    ['1001.22', 'Одна тысяча один рубль 22 копейки'],
    ['2002.02', 'Две тысячи два рубля 02 копейки'],
    ['21000.50', 'Двадцать одна тысяча рублей 50 копеек'],
    ['112113.99', 'Сто двенадцать тысяч сто тринадцать рублей 99 копеек'],
    ['122000.00', 'Сто двадцать две тысячи рублей 00 копеек'],
    ['1000000.00', 'Один миллион рублей 00 копеек'],
    ['2345678.90', 'Два миллиона триста сорок пять тысяч шестьсот семьдесят восемь рублей 90 копеек'],
    ['200000000.00', 'Двести миллионов рублей 00 копеек'],
    ['1000000001.01', 'Один миллиард один рубль 01 копейка'],
    ['-5.00', 'Минус пять рублей 00 копеек'],
    ['10000000000000.00', 'Десять триллионов рублей 00 копеек'],
  ])('%s is «%s»', (sum, words) => expect(amountInWords(parseKopecks(sum) ?? 1n)).toBe(words))

  it('other currencies decline too', () => {
    expect(amountInWords(2_01n, 'EUR')).toBe('Два евро 01 цент')
    expect(amountInWords(1_00n, 'EUR')).toBe('Один евро 00 центов')
    expect(amountInWords(3_00n, 'CNY')).toBe('Три юаня 00 фэней')
  })

  it('reads back as the number it says', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }), n => {
        expect(fromWords(numberInWords(n))).toBe(n)
        expect(fromWords(numberInWords(n, 'feminine'))).toBe(n)
      }),
    )
  })

  it('counts what is on the paper', () => {
    expect(countInWords(2, 12_200_000n)).toBe('Всего наименований 2, на сумму 122\u00a0000,00\u00a0руб.')
    expect(counted(21, ...workingDaysForms)).toBe('21\u00a0рабочий день')
  })
})

describe('nouns after numbers', () => {
  const day = (n: number) => plural(n, 'день', 'дня', 'дней')

  it.each([
    [0, 'дней'],
    [1, 'день'],
    [3, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [14, 'дней'],
    [21, 'день'],
    [112, 'дней'],
    [-2, 'дня'],
  ])('%i %s', (n, word) => expect(day(n)).toBe(word))

  it('agrees with the rules of the Unicode tables', () => {
    const rules = new Intl.PluralRules('ru')
    const words: Record<string, string> = { one: 'день', few: 'дня', many: 'дней' }
    for (let n = 0; n < 1200; n++) expect(day(n), String(n)).toBe(words[rules.select(n)])
  })
})

describe('dates on paper', () => {
  it('are written in three ways', () => {
    expect(shortDate('2026-03-02')).toBe('02.03.2026')
    expect(longDate('2026-03-02')).toBe('2\u00a0марта 2026\u00a0г.')
    expect(contractDate('2026-03-02')).toBe('«02»\u00a0марта 2026\u00a0г.')
    expect(() => longDate('2026-02-30')).toThrow('BadDate')
  })

  it('agree with Intl, which processes may not use', () => {
    const intl = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const at = new Date(Date.UTC(2026, month, month + 1))
      const plainSpaces = (text: string) => text.replaceAll(/\s/g, ' ')
      expect(plainSpaces(longDate(at.toISOString().slice(0, 10)))).toBe(plainSpaces(intl.format(at)))
    }
  })
})

/** Reads Russian number words back by stems: an oracle that shares nothing with the writer. */
function fromWords(text: string): bigint {
  const small: [RegExp, bigint][] = [
    ...'ноль один$|одна$|одно$ дв(а|е)$ три$ четыре$ пять$ шесть$ семь$ восемь$ девять$ десять$ одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать'
      .split(' ')
      .map((stem, n) => [new RegExp(`^(${stem})`), BigInt(n)] satisfies [RegExp, bigint]),
    ...'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто$ двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'
      .split(' ')
      .map(
        (stem, n) =>
          [new RegExp(`^${stem}`), n < 7 ? BigInt(n + 3) * 10n : BigInt(n - 6) * 100n] satisfies [
            RegExp,
            bigint,
          ],
      ),
  ]
  const big = [
    'тысяч',
    'миллион',
    'миллиард',
    'триллион',
    'квадриллион',
    'квинтиллион',
    'секстиллион',
    'септиллион',
    'октиллион',
  ]
  let [sum, group] = [0n, 0n]
  for (const word of text.split(' ')) {
    const power = big.findIndex(stem => new RegExp(`^${stem}(а|и|ов)?$`).test(word))
    if (power >= 0) {
      sum += group * 1000n ** BigInt(power + 1)
      group = 0n
    } else group += small.find(([stem]) => stem.test(word))?.[1] ?? 0n
  }
  return sum + group
}
