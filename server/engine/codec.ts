import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'
import proto from '@temporalio/proto'

/** Keys by id; the first encrypts, all decrypt. 32 bytes each. */
export interface KeyRing {
  current: string
  keys: Record<string, Uint8Array>
}

const encoding = new TextEncoder().encode('binary/encrypted')
const { Payload: PayloadMessage } = proto.temporal.api.common.v1

/**
 * AES-256-GCM around every payload, on client and worker alike: what lies in the engine's base cannot be read without
 * our key. A plain payload is refused on the way back, so that a forgotten codec shows at once.
 */
export function createCodec({ current, keys }: KeyRing): PayloadCodec {
  const key = (id: string): Uint8Array => {
    const found = keys[id]
    if (!found) throw new Error(`The key "${id}" of the payloads is not in the key ring`)
    return found
  }
  return {
    encode: async payloads =>
      payloads.map(payload => {
        const iv = randomBytes(12)
        const cipher = createCipheriv('aes-256-gcm', key(current), iv)
        const body = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()])
        return {
          metadata: { encoding, key: new TextEncoder().encode(current) },
          data: Buffer.concat([iv, cipher.getAuthTag(), body]),
        }
      }),
    decode: async payloads => payloads.map(payload => decodeOne(payload, key)),
  }
}

function decodeOne({ metadata, data }: Payload, key: (id: string) => Uint8Array): Payload {
  if (!metadata?.encoding || Buffer.compare(metadata.encoding, encoding) !== 0 || !metadata.key || !data)
    throw new Error('A payload came unencrypted')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    key(Buffer.from(metadata.key).toString()),
    data.subarray(0, 12),
  )
  decipher.setAuthTag(data.subarray(12, 28))
  return PayloadMessage.decode(Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]))
}
