import { fact } from './fact.ts'

/** A percent: a decimal string of 0 to 100 with at most two digits after the point ('7', '12.5', '5.00'). */
export type Percent = string

/** What a person typed → a canonical percent, or null: '12,50 %' → '12.5'. */
export function parsePercent(text: string): Percent | null {
  const bare = text.replace(/[\s\u00a0\u202f]|%$/gu, '').replace(',', '.')
  return isPercent(bare) ? canonicalPercent(hundredths(bare)) : null
}

export const isPercent = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text) && whole(text) <= 10_000

/** The exact number of hundredths of a percent: '12.5' → 1250. @throws Fact BadPercent */
export function hundredths(percent: Percent): number {
  if (!isPercent(percent)) throw fact('BadPercent', { value: percent })
  return whole(percent)
}

/** −1 when a < b, 0 when equal, 1 when a > b. '5.00' equals '5'. @throws Fact BadPercent */
export const comparePercent = (a: Percent, b: Percent): -1 | 0 | 1 => {
  const difference = hundredths(a) - hundredths(b)
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
}

/** Hundredths of a percent → the canonical string: 1250 → '12.5'. */
export function canonicalPercent(value: number): Percent {
  const parts = String(value % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(value / 100)}${parts ? `.${parts}` : ''}`
}

const whole = (text: string): number => {
  const [units = '0', parts = ''] = text.split('.')
  return Number(units) * 100 + Number(parts.padEnd(2, '0'))
}
