import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import { filesFromTar } from './archives.js'
import { run } from './command.js'
import { platform, root } from './places.js'
import { SetupRefusal, say } from './say.js'

const packed = join(root, 'node_modules/@sparticuz/chromium')

/**
 * Unpacks the browser into our own cache, by version: the package itself would unpack into the temp folder
 * under one name for all versions. The npm lock file pins what is packed.
 * @param {string} cache
 * @param {(text: string) => void} note
 * @returns {Promise<{ executablePath: string, libraryPath: string | null } | null>}
 */
export async function prepareChromium(cache, note) {
  if (platform !== 'linux-x64') {
    note(
      say('упакованного нет, назовите свой в VORONKA_BROWSER', 'none packed, name yours in VORONKA_BROWSER'),
    )
    return null
  }
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}-${platform}`)
  const executablePath = join(folder, 'chromium')
  if (!existsSync(executablePath)) {
    await unpack(folder)
    note(folder)
  }
  return { executablePath, libraryPath: await librariesFor(executablePath, join(folder, 'spare'), note) }
}

/** Into a folder of its own, renamed when whole: a half-unpacked browser must never be found. */
async function unpack(/** @type {string} */ folder) {
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const executable = createWriteStream(join(draft, 'chromium'), { mode: 0o755 })
  await pipeline(createReadStream(join(packed, 'bin/chromium.br')), createBrotliDecompress(), executable)
  unpackTar('swiftshader', draft)
  unpackTar('fonts', draft)
  unpackTar('al2023', join(draft, 'spare'))
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

function unpackTar(/** @type {string} */ name, /** @type {string} */ folder) {
  for (const file of filesFromTar(brotliDecompressSync(readFileSync(join(packed, `bin/${name}.tar.br`))))) {
    const place = join(folder, file.name)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, file.content, { mode: file.mode })
  }
}

/**
 * Which spare libraries the browser needs: none where the system has them.
 * @returns {Promise<string | null>}
 */
async function librariesFor(
  /** @type {string} */ executablePath,
  /** @type {string} */ spare,
  /** @type {(text: string) => void} */ note,
) {
  const libraryPath = join(spare, 'lib')
  const starts = (/** @type {NodeJS.ProcessEnv} */ env) =>
    run(executablePath, ['--version'], { env, timeoutMs: 20_000 })
  if ((await starts(process.env)).ok) return null
  const { ok, output } = await starts({ ...process.env, LD_LIBRARY_PATH: libraryPath })
  if (ok) {
    note(say('с запасными библиотеками', 'with the spare libraries'))
    return libraryPath
  }
  throw new SetupRefusal(
    say(
      `Chromium не запускается. Установите библиотеки: apt-get install libnss3 libnspr4 libexpat1.\n${output.trim()}`,
      `Chromium does not start. Install its libraries: apt-get install libnss3 libnspr4 libexpat1.\n${output.trim()}`,
    ),
  )
}
