import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lastLines, run } from './command.js'
import { root } from './places.js'
import { SetupRefusal, say } from './say.js'

const ui = join(root, 'admin-ui')
const built = join(ui, 'dist')
const stampPath = join(built, '.built-from')

/**
 * Builds the screens, unless the build that lies there was made from these very sources.
 * @param {(text: string) => void} note
 * @returns {Promise<string | null>} folder of the build; null where there are no screens to build
 */
export async function buildAdminUi(note) {
  if (!existsSync(join(ui, 'index.html'))) return null
  const sources = sumOfSources()
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === sources) return built
  const node = join(root, 'node_modules/.bin/node')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const { ok, output } = await run(existsSync(node) ? node : process.execPath, [vite, 'build', 'admin-ui'], {
    cwd: root,
    env,
  })
  if (!ok) {
    throw new SetupRefusal(
      `${say('Экраны не собираются', 'The screens do not build')}:\n${lastLines(output)}`,
    )
  }
  writeFileSync(stampPath, sources)
  note('vite build')
  return built
}

/** Everything the bundle may contain: the screens, the contracts and the pure rules they read, the libraries. */
function sumOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const add = (/** @type {string} */ path) =>
    hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path))
  const walk = (/** @type {string} */ folder, /** @type {(name: string) => boolean} */ wanted) => {
    if (!existsSync(folder)) return
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (path !== built) walk(path, wanted)
      } else if (wanted(entry.name) && !entry.name.includes('.test.')) add(path)
    }
  }
  walk(ui, () => true)
  walk(join(root, 'domain'), name => name.endsWith('.ts') && !name.endsWith('.entity.ts'))
  walk(join(root, 'server'), name => name.endsWith('.contract.ts'))
  return hash.digest('hex')
}
