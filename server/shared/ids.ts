import { randomBytes } from 'node:crypto'

export type Ids = () => string
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const mostInOneMillisecond = 0xfff
/** Milliseconds that may be borrowed; a clock set back further (a founding's) begins anew. */
const borrowed = 1_000

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits that count on within one millisecond, then chance.
 * Sorts by the time it was made; what was made in one moment keeps its order.
 */
export function uuidV7(clock: Clock = systemClock, random: (size: number) => Uint8Array = randomBytes): Ids {
  let last = -1
  let count = 0
  return () => {
    const bytes = new Uint8Array(16)
    bytes.set(random(10), 6)
    const now = clock.now().getTime()
    // Half of the room is left to count on in; who makes more borrows from the next millisecond.
    const starts = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff
    const ahead = now <= last && last - now < borrowed
    count = ahead ? count + 1 : starts
    last = ahead ? last : now
    if (count > mostInOneMillisecond) {
      count = starts
      last++
    }
    let time = last
    for (let at = 5; at >= 0; at--) {
      bytes[at] = time % 256
      time = Math.floor(time / 256)
    }
    bytes[6] = 0x70 | (count >> 8)
    bytes[7] = count & 0xff
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = Buffer.from(bytes).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
