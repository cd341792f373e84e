import { randomBytes } from 'node:crypto'

export type Ids = () => string
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance; sorts by the time it was made. */
export const uuidV7 =
  (clock: Clock = systemClock, random: (size: number) => Uint8Array = randomBytes): Ids =>
  () => {
    const bytes = new Uint8Array(16)
    bytes.set(random(10), 6)
    let time = clock.now().getTime()
    for (let at = 5; at >= 0; at--) {
      bytes[at] = time % 256
      time = Math.floor(time / 256)
    }
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = Buffer.from(bytes).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
