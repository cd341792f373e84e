import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `running.json` of the data folder: where everything is, for scripts. Without secrets. */
export function writeRunning(
  dataDir: string,
  { url, temporal, database }: { url: string; temporal: string | null; database: string },
): void {
  const path = join(dataDir, 'running.json')
  const content = {
    url,
    pid: process.pid,
    temporal,
    database: withoutLogin(database),
    startedAt: new Date().toISOString(),
  }
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(`${path}.${process.pid}`, path)
}

function withoutLogin(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  // Drivers take passwords from parameters too.
  url.search = ''
  return url.href
}
