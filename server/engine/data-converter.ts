import { fileURLToPath } from 'node:url'
import type { DataConverter } from '@temporalio/common'
import { createCodec, type KeyRing } from './codec.ts'

export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url))

/** How everything is written for the engine: the same on client and worker, or neither can read the other. */
export const dataConverter = (keys: KeyRing): DataConverter => ({
  payloadCodecs: [createCodec(keys)],
  failureConverterPath,
})
