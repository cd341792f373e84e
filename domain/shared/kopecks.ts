/** Money: whole kopecks. Never a binary fraction. */
export type Kopecks = bigint

const GROUP = '\u00a0'

/** n / d, halves away from zero: the rounding of every sum (specs/documents-ru §1.3). `d` must not be 0. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  const negative = n < 0n !== d < 0n
  const top = n < 0n ? -n : n
  const bottom = d < 0n ? -d : d
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

/**
 * What a person typed → kopecks, or null when it is not an amount: '1 234,56', '1234.5', '-10', '12 ₽'.
 * Spaces (also no-break ones) group; more than two decimals or two separators are refused, not rounded.
 */
export function parseKopecks(text: string): Kopecks | null {
  const bare = text.replace(/[\s\u00a0\u202f]|₽$|руб\.?$/giu, '')
  const match = /^([-−]?)(\d{1,18})(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!match) return null
  const whole = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -whole : whole
}

/** Kopecks → '1 234 567,89' with no-break spaces, as on paper (specs/documents-ru §4). */
export function formatKopecks(kopecks: Kopecks): string {
  const { sign, roubles, rest } = parts(kopecks)
  return `${sign}${groupDigits(roubles)},${rest}`
}

/** Kopecks → '1 234 567,89 ₽'. */
export const formatRoubles = (kopecks: Kopecks): string => `${formatKopecks(kopecks)}${GROUP}₽`

/** Kopecks → '22000.00', as banks and 1C write it. */
export function kopecksToDecimal(kopecks: Kopecks): string {
  const { sign, roubles, rest } = parts(kopecks)
  return `${sign}${roubles}.${rest}`
}

/** For HTTP: a JSON number of kopecks. @throws RangeError beyond 2^53, where a number is not exact. */
export function kopecksToNumber(kopecks: Kopecks): number {
  const number = Number(kopecks)
  if (!Number.isSafeInteger(number)) throw new RangeError('kopecks beyond the exact numbers')
  return number
}

/** From HTTP. @throws RangeError unless it is a whole number within ±2^53. */
export function kopecksFromNumber(number: number): Kopecks {
  if (!Number.isSafeInteger(number)) throw new RangeError('kopecks must be a whole number')
  return BigInt(number)
}

/** For payloads of processes: a decimal string of kopecks. */
export const kopecksToString = (kopecks: Kopecks): string => kopecks.toString()

/** From payloads of processes. @throws RangeError unless it is a decimal integer. */
export function kopecksFromString(text: string): Kopecks {
  if (!/^-?\d+$/.test(text)) throw new RangeError('kopecks must be a decimal integer')
  return BigInt(text)
}

/** '1234567' → '1 234 567' with no-break spaces. Digits only. */
export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, GROUP)

function parts(kopecks: Kopecks) {
  const digits = (kopecks < 0n ? -kopecks : kopecks).toString().padStart(3, '0')
  return { sign: kopecks < 0n ? '-' : '', roubles: digits.slice(0, -2), rest: digits.slice(-2) }
}
