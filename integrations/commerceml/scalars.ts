/** The scalars of CommerceML (CML-51). Each parser answers undefined for what it cannot read. */

const spaces = /[\s\u00a0\u202f\u2009\u2007]+/g
const decimal = /^([+-]?)(\d*)(?:[.,](\d*))?$/

/** `1 234,50` → '1234.5'; empty and 1C's −999999999.9 ("no value", T15) → null. Decimal string, never a float. */
export const parseDecimal = (text: string): string | null | undefined => {
  const bare = text.replace(spaces, '').replace(/[\u2212\u2013]/, '-')
  if (bare === '') return null
  const match = decimal.exec(bare)
  if (!match) return undefined
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '')
  const part = (match[3] ?? '').replace(/0+$/, '')
  if ((match[2] ?? '') === '' && (match[3] ?? '') === '') return undefined
  const value = `${whole || '0'}${part ? `.${part}` : ''}`
  if (match[1] === '-' && value === '999999999.9') return null
  return match[1] === '-' && value !== '0' ? `-${value}` : value
}

/** A decimal string within numeric(18,6); more digits than that are refused, more decimals rounded half up. */
export const asQuantity = (value: string): string | undefined => {
  const scaled = roundHalfUp(value, 6)
  const digits = (scaled < 0n ? -scaled : scaled).toString()
  return digits.length > 18 ? undefined : unscale(scaled, 6)
}

/** A decimal string as hundredths, half up away from zero; `exact` is false when that changed the value (T18). */
export const asKopecks = (value: string): { kopecks: bigint; exact: boolean } | undefined => {
  const kopecks = roundHalfUp(value, 2)
  if (kopecks > 9_000_000_000_000_000n || kopecks < -9_000_000_000_000_000n) return undefined
  return { kopecks, exact: (value.split('.')[1]?.length ?? 0) <= 2 }
}

const roundHalfUp = (value: string, places: number): bigint => {
  const negative = value.startsWith('-')
  const [whole = '0', part = ''] = (negative ? value.slice(1) : value).split('.')
  const kept = BigInt(whole + part.slice(0, places).padEnd(places, '0'))
  const rounded = Number(part[places] ?? '0') >= 5 ? kept + 1n : kept
  return negative ? -rounded : rounded
}

const unscale = (scaled: bigint, places: number): string => {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}${part ? `.${part}` : ''}`
}

/** Sum of decimal strings of at most six decimals. */
export const sumOf = (values: readonly string[]): string =>
  unscale(
    values.reduce((sum, value) => sum + roundHalfUp(value, 6), 0n),
    6,
  )

const yes = new Set(['true', '1', 'да', 'истина'])
const no = new Set(['false', '0', 'нет', 'ложь'])

/** Empty → null. */
export const parseBoolean = (text: string): boolean | null | undefined => {
  const word = text.trim().toLowerCase()
  return word === '' ? null : yes.has(word) ? true : no.has(word) ? false : undefined
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T|UTC|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** Local date and time without a zone, 'YYYY-MM-DDThh:mm:ss'; empty and 0001-01-01 → null (T38). */
export const parseDateTime = (text: string): string | null | undefined => {
  const bare = text.trim()
  if (bare === '') return null
  const r = russian.exec(bare)
  const parts = iso.exec(bare) ?? (r && [bare, r[3], r[2], r[1], r[4], r[5], r[6]])
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(part => Number(part ?? 0))
  if (year === 1) return null
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0))
  const right = at.getUTCMonth() + 1 === month && at.getUTCDate() === day && at.getUTCHours() === hour
  return right ? at.toISOString().slice(0, 19) : undefined
}

const currencies = new Map(
  Object.entries({
    RUB: 'RUB RUR РУБ РУБ. РУБЛЬ РУБЛЕЙ Р Р. ₽ 643 810',
    USD: 'USD 840 $ ДОЛЛ ДОЛЛ. ДОЛЛАР',
    EUR: 'EUR 978 € ЕВРО',
    UAH: 'UAH 980 ГРН ГРН.',
    KZT: 'KZT 398 ТЕНГЕ ТГ ТГ. ₸',
    BYN: 'BYN BYR 933 974',
    CNY: 'CNY 156 ЮАНЬ ¥',
    AMD: 'AMD 051 ДРАМ',
    KGS: 'KGS 417 СОМ',
    UZS: 'UZS 860 СУМ',
  }).flatMap(([code, words]) => words.split(' ').map(word => [word, code] as const)),
)

/** ISO code of a currency in any of its spellings (T16); null for empty, undefined for unknown. */
export const parseCurrency = (text: string): string | null | undefined => {
  const word = text.trim().toUpperCase()
  return word === '' ? null : currencies.get(word)
}

/** '20 %' → '20', '18/118' → '18/118', «без НДС» → 'none', which is not 0 % (T17); empty → null. */
export const parseVatRate = (text: string): string | null | undefined => {
  const word = text.replace(spaces, '').toLowerCase()
  if (word === '') return null
  if (/^без(ндс|налога|ндс\.?)$/.test(word) || word === 'необлагается') return 'none'
  const calculated = /^(\d{1,2})%?\/1(\d{2})%?$/.exec(word)
  if (calculated) {
    const rate = Number(calculated[1])
    return rate === Number(calculated[2]) ? `${rate}/${100 + rate}` : undefined
  }
  const plain = parseDecimal(word.replace(/^ндс/, '').replace(/%$/, ''))
  return plain && /^\d{1,2}(\.\d{1,2})?$/.test(plain) ? plain : undefined
}

const okei = new Map(
  Object.entries({
    796: 'шт',
    '006': 'м',
    '004': 'см',
    '003': 'мм',
    '055': 'м²',
    113: 'м³',
    112: 'л',
    111: 'мл',
    163: 'г',
    166: 'кг',
    168: 'т',
    '018': 'пог. м',
    356: 'ч',
    359: 'сут',
    362: 'мес',
    625: 'лист',
    642: 'ед',
    657: 'изд',
    704: 'набор',
    715: 'пар',
    728: 'пач',
    736: 'рул',
    778: 'упак',
    812: 'ящ',
    839: 'компл',
    868: 'бут',
    876: 'усл. ед',
  }),
)

/** Short name of a unit by its OKEI code, padded or without its zeros (T9). */
export const unitByCode = (code: string): string | undefined => {
  const bare = code.trim()
  return /^\d{1,4}$/.test(bare) ? okei.get(bare.padStart(3, '0')) : undefined
}
