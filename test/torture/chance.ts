/** Numbers from a seed (mulberry32), so that a failing run can be told again. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** A whole number from 0 to `below` - 1. */
    below: (below: number): number => Math.floor(next() * below),
    /** Some of the items, in their order. */
    some<T>(items: readonly T[], count: number): T[] {
      const left = items.map((item, at) => ({ item, at, by: next() }))
      return left
        .sort((a, b) => a.by - b.by)
        .slice(0, count)
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item)
    },
  }
}
