import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of package-lock.json; only what the tests of the house ask. */
export interface LockedPackage {
  /** `node_modules/a/node_modules/b`: where it is put. */
  place: string
  name: string
  version: string
  license: string | null
  integrity: string | null
  resolved: string | null
  hasInstallScript: boolean
  optionalDependencies: string[]
}

interface Entry {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
}

export const root = join(import.meta.dirname, '..', '..')

/** Every locked package, those of other systems included. */
export function lockedPackages(): LockedPackage[] {
  const lock: { packages: Record<string, Entry> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      license: entry.license ?? null,
      integrity: entry.integrity ?? null,
      resolved: entry.resolved ?? null,
      hasInstallScript: entry.hasInstallScript ?? false,
      optionalDependencies: Object.keys(entry.optionalDependencies ?? {}),
    }))
}
