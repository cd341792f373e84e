import { fileURLToPath } from 'node:url'
import type { DataConverter } from '@temporalio/common'
import { createCodec, type KeyRing } from './codec.ts'

export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url))

/** How everything is written for the engine: the same on client and worker, or neither can read the other. */
export const dataConverter = (keys: KeyRing): DataConverter => ({
  payloadCodecs: [createCodec(keys)],
  failureConverterPath,
})

/** The installation's keys as its secret holds them, base64. */
export const keyRing = (payloadKeys: { current: string; keys: Record<string, string> }): KeyRing => ({
  current: payloadKeys.current,
  keys: Object.fromEntries(
    Object.entries(payloadKeys.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]),
  ),
})
