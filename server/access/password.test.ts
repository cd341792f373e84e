import { describe, expect, it } from 'vitest'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'

describe('passwords', () => {
  it('F1 are kept as argon2id with a salt of their own, and only the right one opens', async () => {
    const [one, other] = [await hashPassword('метла 2026'), await hashPassword('метла 2026')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword('метла 2026', one)).toBe(true)
    expect(await verifyPassword('метла 2027', one)).toBe(false)
    expect(await verifyPassword('метла 2026', 'plain')).toBe(false)
  })

  it('C12 are the same however the keyboard composes й and ё', async () => {
    expect(await verifyPassword('йод'.normalize('NFD'), await hashPassword('йод'.normalize('NFC')))).toBe(
      true,
    )
  })

  it('are made anew when today’s parameters are stronger', async () => {
    expect(needsRehash('$argon2id$v=19$m=4096,t=1,p=1$c2FsdA$aGFzaA')).toBe(true)
    expect(needsRehash(await hashPassword('x'))).toBe(false)
  })
})
