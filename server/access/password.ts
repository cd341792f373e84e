import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** OWASP's minimum: 19 MiB, two passes, one lane. */
const now = { memory: 19_456, passes: 2, parallelism: 1 }

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** PHC string of argon2id, with its own salt and parameters. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { ...now, message: password.normalize('NFC'), nonce, tagLength: 32 })
  return `$argon2id$v=19$m=${now.memory},t=${now.passes},p=${now.parallelism}$${b64(nonce)}$${b64(hash)}`
}

/** Compares in constant time, by the parameters of the stored string. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc)
  if (!parts) return false
  const expected = Buffer.from(parts[5] ?? '', 'base64')
  const hash = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(parts[4] ?? '', 'base64'),
    memory: Number(parts[1]),
    passes: Number(parts[2]),
    parallelism: Number(parts[3]),
    tagLength: expected.length,
  })
  return timingSafeEqual(hash, expected)
}

/** True where the stored string was made with weaker parameters than today's. */
export const needsRehash = (phc: string) =>
  !phc.includes(`$m=${now.memory},t=${now.passes},p=${now.parallelism}$`)
