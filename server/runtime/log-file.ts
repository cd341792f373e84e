import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 20 * 1024 * 1024

/** Appends to `logs/<name>.log` of the data folder; one older file of 20 MB is kept beside it. */
export function logFile(dataDir: string, name: string): (text: string) => void {
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${name}.log`)
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return text => {
    if (size > largest) {
      renameSync(path, `${path}.old`)
      size = 0
    }
    appendFileSync(path, text, { mode: 0o600 })
    size += Buffer.byteLength(text)
  }
}
