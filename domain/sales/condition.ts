import { type DealFactKey, type DealFacts, dealFacts, type FactValue } from './deal-facts.ts'

/**
 * The whole language of conditions: facts of the deal against constants. Total: a comparison with a fact
 * that is not known is false, an unknown yes/no fact is "no", and nothing here can throw.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison
export type Comparison =
  | ({ fact: DealFactKey } & { [O in Operator]: { [P in O]: FactValue } }[Operator])
  | { fact: DealFactKey; in: FactValue[] }
  | { fact: DealFactKey; known: boolean }
export const operators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const
export type Operator = (typeof operators)[number]

export const always: Condition = { all: [] }

/** Whether the condition holds for these facts. */
export function holds(condition: Condition, facts: DealFacts): boolean {
  if ('all' in condition) return condition.all.every(part => holds(part, facts))
  if ('any' in condition) return condition.any.some(part => holds(part, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  return compare(condition, facts)
}

/** A requirement without a condition of its own: yes, above zero, or filled in. */
export function isThere(fact: DealFactKey): Condition {
  switch (dealFacts[fact].type) {
    case 'boolean':
      return { fact, eq: true }
    case 'integer':
      return { fact, gt: 0 }
    case 'decimal':
    case 'kopecks':
      return { fact, gt: '0' }
    default:
      return { fact, known: true }
  }
}

function compare(comparison: Comparison, facts: DealFacts): boolean {
  const value = known(comparison.fact, facts)
  if ('known' in comparison) return comparison.known === (value !== null)
  if (value === null) return false
  if ('in' in comparison) return comparison.in.some(constant => order(value, constant) === 0)
  if ('eq' in comparison) return order(value, comparison.eq) === 0
  if ('ne' in comparison) return order(value, comparison.ne) !== 0
  if ('gt' in comparison) return isAfter(value, comparison.gt)
  if ('gte' in comparison) return !isBefore(value, comparison.gte) && order(value, comparison.gte) !== null
  if ('lt' in comparison) return isBefore(value, comparison.lt)
  return !isAfter(value, comparison.lte) && order(value, comparison.lte) !== null
}

const isAfter = (a: FactValue, b: FactValue) => order(a, b) === 1
const isBefore = (a: FactValue, b: FactValue) => order(a, b) === -1

function known(fact: DealFactKey, facts: DealFacts): FactValue | null {
  const value = facts[fact]
  if (value === undefined || value === null || value === '') {
    return dealFacts[fact].type === 'boolean' ? false : null
  }
  return value
}

/** -1, 0, 1; null where the two cannot be ordered. Numbers are compared exactly, as scaled integers. */
function order(a: FactValue, b: FactValue): -1 | 0 | 1 | null {
  const left = scaled(a)
  const right = scaled(b)
  if (left !== null && right !== null) return left < right ? -1 : left > right ? 1 : 0
  return a === b ? 0 : null
}

const number = /^(-?)(\d{1,30})(?:\.(\d{1,6}))?$/
function scaled(value: FactValue): bigint | null {
  if (typeof value === 'boolean') return null
  const parts = number.exec(String(value))
  if (!parts) return null
  const digits = BigInt(`${parts[2]}${(parts[3] ?? '').padEnd(6, '0')}`)
  return parts[1] ? -digits : digits
}
