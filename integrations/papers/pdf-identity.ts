import { createHash } from 'node:crypto'

/**
 * The same bytes for the same page. Two prints differ in their two dates (guides/dependencies.md §7.8) and,
 * where tagged, in the names of header cells, which depend on whether the page was painted before it was printed.
 * Everything is replaced by text of the same length, so that each offset in the file stays valid.
 */
export function canonicalPdf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  return new Uint8Array(Buffer.from(withCountedNodes(withZeroDates(text)), 'latin1'))
}

/** Lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Number of pages by the page tree's own count. */
export function pageCount(pdf: Uint8Array): number {
  const counts = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Count (\d+)/g),
  ].map(m => Number(m[1]))
  return Math.max(1, ...counts)
}

const withZeroDates = (text: string): string =>
  text.replaceAll(
    /(\/(?:CreationDate|ModDate) ?\(D:)([^)]*)\)/g,
    (_, key: string, date: string) => `${key}${date.replaceAll(/\d/g, '0')})`,
  )

/** Header cells are numbered in the order in which they stand; the tree of names is kept sorted. */
function withCountedNodes(text: string): string {
  const numbers = new Map<string, string>()
  const counted = text.replaceAll(/\(node(\d{8})\)/g, (_, node: string) => {
    const number = numbers.get(node) ?? String(numbers.size + 1).padStart(8, '0')
    numbers.set(node, number)
    return `(node${number})`
  })
  return counted.replaceAll(
    /\/Limits \[[^\]]*\](\s*)\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/g,
    (_, gap: string, pairs: string) => {
      const sorted = pairs.match(/\(node\d{8}\) \d+ 0 R/g)?.sort() ?? []
      const [first = '', last = first] = [sorted[0], sorted.at(-1)].map(pair => pair?.slice(0, 14))
      return `/Limits [${first} ${last}]${gap}/Names [${sorted.join(' ')}]`
    },
  )
}
