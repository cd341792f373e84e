import type { CivilDate } from '../shared/civil-date.ts'
import {
  compareQuantity,
  isPositive,
  minQuantity,
  type Quantity,
  subtractQuantity,
} from '../shared/quantity.ts'

/** Goods still to come: what of them is not reserved yet. */
export interface ComingGoods {
  date: CivilDate
  quantity: Quantity
}

export interface Possible {
  inStock: boolean
  /** The day on which all of it is there; null where no known supply covers it. */
  possibleOn: CivilDate | null
  parts: { on: CivilDate; quantity: Quantity }[]
  /** What nothing known covers; '0' where all is covered. */
  lacks: Quantity
}

/**
 * When can so much be had (S-020): what is free today, then by which supply. A supply whose day has passed without
 * arriving promises nothing.
 */
export function possibleDate(asked: {
  quantity: Quantity
  free: Quantity
  supplies: readonly ComingGoods[]
  today: CivilDate
}): Possible {
  const coming = asked.supplies
    .filter(supply => supply.date >= asked.today)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const parts: Possible['parts'] = []
  let lacks = asked.quantity
  for (const { date, quantity } of [{ date: asked.today, quantity: asked.free }, ...coming]) {
    if (!isPositive(quantity) || !isPositive(lacks)) continue
    const taken = minQuantity(quantity, lacks)
    parts.push({ on: date, quantity: taken })
    lacks = subtractQuantity(lacks, taken)
  }
  return {
    inStock: compareQuantity(asked.free, asked.quantity) >= 0,
    possibleOn: isPositive(lacks) ? null : (parts.at(-1)?.on ?? asked.today),
    parts,
    lacks,
  }
}
