import { createHash } from 'node:crypto'

/**
 * The two dates are all that differs between two prints of the same page (guides/dependencies.md §7.8).
 * Zeros of the same length keep every offset in the file valid.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const undated = text.replaceAll(
    /\/(CreationDate|ModDate) ?\(D:[^)]*\)/g,
    entry => entry.replaceAll(/\(D:([^)]*)\)/g, (_, date: string) => `(D:${date.replaceAll(/\d/g, '0')})`),
  )
  return new Uint8Array(Buffer.from(undated, 'latin1'))
}

/** Lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Number of pages by the page tree's own count. */
export function pageCount(pdf: Uint8Array): number {
  const counts = [...Buffer.from(pdf).toString('latin1').matchAll(/\/Count (\d+)/g)].map(m => Number(m[1]))
  return Math.max(1, ...counts)
}
