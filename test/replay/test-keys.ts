import type { KeyRing } from '#server/engine/codec.ts'

/** The key of the kept histories: they hold nothing but made-up ids, and must be readable on every machine. */
export const testKeys: KeyRing = { current: 'test', keys: { test: new Uint8Array(32).fill(7) } }
