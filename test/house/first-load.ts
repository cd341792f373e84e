import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  isEntry?: boolean
  /** Keys of chunks that load with this one. */
  imports?: string[]
}
type Manifest = Record<string, Chunk>

/** Files that load before a page shows: the entry, the page's own chunk, and all that both import statically. */
export function filesOfFirstLoad(manifest: Manifest, page: string): string[] {
  const entry = Object.keys(manifest).find(key => manifest[key]?.isEntry) ?? ''
  const seen = new Set<string>()
  const load = (key: string) => {
    if (seen.has(key) || !manifest[key]) return
    seen.add(key)
    for (const next of manifest[key].imports ?? []) load(next)
  }
  load(entry)
  load(page)
  return [...new Set([...seen].map(key => manifest[key]?.file ?? ''))]
}

/** Weight of a page's first load in bytes after gzip, from the build in `dist`. */
export function weightOfFirstLoad(dist: string, page: string): number {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  if (!manifest[page]) throw new Error(`${page} is no page of the build in ${dist}: run npm run ui:build`)
  return filesOfFirstLoad(manifest, page)
    .map(file => gzipSync(readFileSync(join(dist, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}
