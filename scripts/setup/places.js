import { existsSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** `linux-x64`, `darwin-arm64` …: the key of every pinned part. */
export const platform = `${process.platform}-${process.arch}`

export const isRoot = process.getuid?.() === 0

/**
 * Whether a user who is neither owner nor in the group may walk down to `path`: PostgreSQL refuses to run as
 * root, and user postgres gets EACCES below a folder such as /root (0700).
 * @param {string} path
 * @returns {boolean}
 */
export function reachableByAnyone(path) {
  let there = resolve(path)
  while (!existsSync(there)) there = dirname(there)
  for (let at = realpathSync(there); ; at = dirname(at)) {
    if (statSync(at).isDirectory() && !(statSync(at).mode & 0o001)) return false
    if (at === dirname(at)) return true
  }
}

/**
 * Where downloaded parts are kept, outside the checkout, shared by all checkouts of the machine.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  const usual = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'voronka')
  return isRoot && !reachableByAnyone(usual) ? '/var/cache/voronka' : usual
}
