import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PartFailed } from './running-process.ts'

/** Who PostgreSQL runs as: it refuses root. */
export interface ServerUser {
  uid: number
  gid: number
}

/** User postgres when we are root, nobody else otherwise. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export interface ClusterOptions {
  /** Folder with initdb and postgres. */
  bin: string
  /** The cluster lies in `postgres` below it. */
  dataDir: string
  superuserPassword: string
  user: ServerUser | null
}

/**
 * The folder of the cluster, made at the first start. As root, below a folder that user postgres may not enter
 * (/root is 0700), the cluster lies in /var/lib/voronka and a link in the data folder points there.
 */
export async function openCluster(options: ClusterOptions): Promise<string> {
  const { dataDir, user } = options
  const named = join(dataDir, 'postgres')
  if (lstatSync(named, { throwIfNoEntry: false })) {
    if (existsSync(named)) return realpathSync(named)
    throw new PartFailed('PostgreSQL', `PostgreSQL: база лежала по ссылке ${named}, но там её больше нет.`)
  }
  mkdirSync(dataDir, { recursive: true })
  const place = user && !mayEnter(user, dataDir) ? join('/var/lib/voronka', randomUUID()) : named
  await makeCluster(place, options)
  if (place !== named) symlinkSync(place, named)
  return place
}

/** Where the cluster of a data folder lies when it does not lie in it. */
export function clusterElsewhere(dataDir: string): string | null {
  const named = join(dataDir, 'postgres')
  return lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(named) : null
}

/** Under a temporary name, renamed when whole: a set-up that was cut off leaves nothing that looks like a base. */
async function makeCluster(place: string, { bin, superuserPassword, user }: ClusterOptions): Promise<void> {
  mkdirSync(dirname(place), { recursive: true, mode: 0o711 })
  for (const left of readdirSync(dirname(place)).filter(name => name.startsWith(`${basename(place)}.draft-`)))
    rmSync(join(dirname(place), left), { recursive: true })
  const draft = `${place}.draft-${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  const secret = mkdtempSync(join(tmpdir(), 'voronka-'))
  const passwordFile = join(secret, 'password')
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (user) for (const path of [draft, secret, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await promisify(execFile)(join(bin, 'initdb'), initdbArguments(draft, passwordFile), {
      ...user,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin' },
    })
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true })
    throw new PartFailed(
      'PostgreSQL',
      `PostgreSQL: initdb: ${error instanceof Error ? error.message : error}`,
    )
  } finally {
    rmSync(secret, { recursive: true })
  }
}

/** ICU sorts е/ё and case as people expect; lc_ctype must be a UTF-8 one, or trigrams find nothing in Cyrillic. */
const initdbArguments = (folder: string, passwordFile: string): string[] => [
  ...['--pgdata', folder, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
  ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=ru-RU', '--lc-collate=C', '--lc-messages=C'],
  ...[`--lc-ctype=${utf8Locale()}`, '--data-checksums', '--no-instructions'],
]

function utf8Locale(): string {
  try {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8' }).split('\n')
    const usual = ['C.UTF-8', 'C.utf8']
    return (
      usual.find(name => known.includes(name)) ?? known.find(name => /\.utf-?8$/i.test(name)) ?? 'C.UTF-8'
    )
  } catch {
    return 'C.UTF-8'
  }
}

/** Whether a user who is neither owner nor in the group may walk down to the folder. */
function mayEnter({ uid }: ServerUser, folder: string): boolean {
  for (let at = realpathSync(resolve(folder)); ; at = dirname(at)) {
    const { mode, uid: owner } = statSync(at)
    if (!(mode & 0o001) && owner !== uid) return false
    if (at === dirname(at)) return true
  }
}
