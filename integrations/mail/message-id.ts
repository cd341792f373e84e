import { createHash } from 'node:crypto'

/**
 * `<41d8…@voronka.local>`, the same for the same key. Hashed, since a key may hold what a Message-ID may not, and
 * a reader of the head has no business with our ids.
 */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`
}
