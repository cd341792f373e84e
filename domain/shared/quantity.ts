import { fact } from './fact.ts'
import { divideHalfUp, groupDigits, type Kopecks } from './kopecks.ts'

/**
 * A quantity: a canonical decimal string, exact to six digits after the point ('20', '0.5', '-1.25').
 * No trailing zeros, no '+', no exponent. Never a binary fraction.
 */
export type Quantity = string

const SCALE = 1_000_000n

/** What a person or a file says → a canonical quantity, or null: '1 000,50' → '1000.5'. */
export function parseQuantity(text: string): Quantity | null {
  const match = /^([-−]?)(\d{1,18})(?:[.,](\d+))?$/.exec(text.replace(/[\s\u00a0\u202f]/gu, ''))
  const fraction = (match?.[3] ?? '').replace(/0+$/, '')
  if (!match || fraction.length > 6) return null
  const millionths = BigInt(match[2] ?? '0') * SCALE + BigInt(fraction.padEnd(6, '0'))
  return fromMillionths(match[1] ? -millionths : millionths)
}

/** a + b. @throws Fact BadQuantity, as all of these when an argument is no quantity. */
export const addQuantity = (a: Quantity, b: Quantity): Quantity =>
  fromMillionths(millionths(a) + millionths(b))

/** a − b; may be negative. */
export const subtractQuantity = (a: Quantity, b: Quantity): Quantity =>
  fromMillionths(millionths(a) - millionths(b))

/** −1 when a < b, 0 when equal, 1 when a > b. '1.0' equals '1'. */
export function compareQuantity(a: Quantity, b: Quantity): -1 | 0 | 1 {
  const [x, y] = [millionths(a), millionths(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

export const sumQuantities = (quantities: readonly Quantity[]): Quantity =>
  fromMillionths(quantities.reduce((sum, q) => sum + millionths(q), 0n))

export const minQuantity = (a: Quantity, b: Quantity): Quantity => (compareQuantity(a, b) <= 0 ? a : b)

export const isPositive = (quantity: Quantity): boolean => millionths(quantity) > 0n

export const isZero = (quantity: Quantity): boolean => millionths(quantity) === 0n

/** quantity × price, half-up to the kopeck. */
export const priceTimes = (priceKopecks: Kopecks, quantity: Quantity): Kopecks =>
  divideHalfUp(priceKopecks * millionths(quantity), SCALE)

/** '1234.5' → '1 234,5', as on paper. */
export function formatQuantity(quantity: Quantity): string {
  const [whole = '0', fraction] = fromMillionths(millionths(quantity)).split('.')
  const negative = whole.startsWith('-')
  const grouped = groupDigits(negative ? whole.slice(1) : whole)
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** The exact whole number of millionths. @throws Fact BadQuantity */
export function millionths(quantity: Quantity): bigint {
  const match = /^(-?)(\d{1,24})(?:\.(\d{1,6})0*)?$/.exec(quantity)
  if (!match) throw fact('BadQuantity', { value: quantity })
  const value = BigInt(match[2] ?? '0') * SCALE + BigInt((match[3] ?? '').padEnd(6, '0'))
  return match[1] ? -value : value
}

function fromMillionths(value: bigint): Quantity {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction ? `.${fraction}` : ''}`
}
