import { compareQuantity, isPositive, type Quantity } from '../shared/quantity.ts'

/** Something that could be sold. Properties in words. */
export interface Sellable {
  id: string
  productId: string
  groupIds: readonly string[]
  name: string
  properties: Readonly<Record<string, string>>
}

export interface Alternative<T extends Sellable> {
  offering: T
  same: string[]
  differs: { property: string; wanted: string; has: string }[]
}

/** Properties of looks: who wants a green one with turbo would sooner take a brown one with turbo than one without. */
const looks = /цвет|оттенок|узор|рисунок|колор|colou?r/i
const weight = (property: string): number => (looks.test(property) ? 1 : 3)

/**
 * What is free today and nearest to what was asked for (S-021): the same product first, then the properties that
 * agree, those of use above those of looks; enough for the whole quantity goes before the rest.
 */
export function nearAlternatives<T extends Sellable & { free: Quantity }>(
  wanted: Sellable,
  candidates: readonly T[],
  { quantity = '1', atMost = 6 }: { quantity?: Quantity; atMost?: number } = {},
): Alternative<T>[] {
  return candidates
    .filter(one => one.id !== wanted.id && isPositive(one.free))
    .map(offering => ({ offering, ...compared(wanted, offering) }))
    .filter(
      ({ offering, same }) =>
        offering.productId === wanted.productId || same.length > 0 || shareGroup(wanted, offering),
    )
    .map(found => ({ found, score: scoreOf(wanted, found), enough: enough(found.offering.free, quantity) }))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(b.enough) - Number(a.enough) ||
        (a.found.offering.name < b.found.offering.name ? -1 : 1),
    )
    .slice(0, atMost)
    .map(({ found }) => found)
}

function compared(wanted: Sellable, has: Sellable): Pick<Alternative<Sellable>, 'same' | 'differs'> {
  const same: string[] = []
  const differs: Alternative<Sellable>['differs'] = []
  for (const [property, value] of Object.entries(wanted.properties)) {
    const other = has.properties[property]
    if (other === undefined) differs.push({ property, wanted: value, has: '' })
    else if (plain(other) === plain(value)) same.push(property)
    else differs.push({ property, wanted: value, has: other })
  }
  return { same, differs }
}

const scoreOf = (wanted: Sellable, { offering, same, differs }: Alternative<Sellable>): number =>
  (offering.productId === wanted.productId ? 4 : 0) +
  (shareGroup(wanted, offering) ? 2 : 0) +
  same.reduce((sum, property) => sum + weight(property), 0) -
  differs.reduce((sum, { property }) => sum + weight(property), 0)

const shareGroup = (a: Sellable, b: Sellable): boolean => a.groupIds.some(id => b.groupIds.includes(id))
const plain = (value: string): string => value.trim().toLowerCase().replaceAll('ё', 'е')
const enough = (free: Quantity, quantity: Quantity): boolean => compareQuantity(free, quantity) >= 0
