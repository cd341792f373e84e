import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createCodec } from './codec.ts'

const payload = {
  metadata: { encoding: new TextEncoder().encode('json/plain') },
  data: new TextEncoder().encode('{"dealId":"01a2"}'),
}
const old = randomBytes(32)

describe('the codec of payloads', () => {
  it('F2 TE4 leaves nothing readable in what the engine stores, and reads it back', async () => {
    const codec = createCodec({ current: 'a', keys: { a: old } })
    const [stored] = await codec.encode([payload])
    expect(Buffer.from(stored?.data ?? []).toString('latin1')).not.toContain('dealId')
    const [back] = await codec.decode([stored ?? {}])
    expect(Buffer.from(back?.data ?? []).toString()).toBe('{"dealId":"01a2"}')
    expect(Buffer.from(back?.metadata?.encoding ?? []).toString()).toBe('json/plain')
  })

  it('F13 reads old histories after the key was changed, and writes with the new one', async () => {
    const [stored] = await createCodec({ current: 'a', keys: { a: old } }).encode([payload])
    const rotated = createCodec({ current: 'b', keys: { a: old, b: randomBytes(32) } })
    expect((await rotated.decode([stored ?? {}]))[0]?.data).toEqual(Buffer.from(payload.data))
    const [fresh] = await rotated.encode([payload])
    expect(Buffer.from(fresh?.metadata?.key ?? []).toString()).toBe('b')
  })

  it('F2 refuses a payload that came in the open, and one that was tampered with', async () => {
    const codec = createCodec({ current: 'a', keys: { a: old } })
    await expect(codec.decode([payload])).rejects.toThrow(/unencrypted/)
    const [stored] = await codec.encode([payload])
    const data = Buffer.from(stored?.data ?? [])
    data[data.length - 1] = (data.at(-1) ?? 0) ^ 1
    await expect(codec.decode([{ ...stored, data }])).rejects.toThrow()
  })
})
