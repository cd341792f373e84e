import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { lastLines, run } from './command.js'
import { root } from './places.js'
import { SetupRefusal, say } from './say.js'

const lockPath = join(root, 'package-lock.json')
const stampPath = join(root, 'node_modules/.voronka/lock.sha256')

/**
 * Brings node_modules to what the lock file says. Nothing is done when a stamp says that it is there already.
 * @param {(text: string) => void} note
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installPackages(note) {
  const lock = readFileSync(lockPath)
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return false
  const already = installedAsLocked(JSON.parse(lock.toString()))
  if (!already) {
    note('npm ci')
    await npmCi()
  }
  mkdirSync(join(root, 'node_modules/.voronka'), { recursive: true })
  writeFileSync(stampPath, wanted)
  return !already
}

/**
 * npm's own record of what lies in node_modules, compared with the lock file: an `npm install` made by hand
 * is not thrown away. Optional packages of other systems may be absent.
 * @param {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} lock
 */
function installedAsLocked(lock) {
  const recordPath = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(recordPath)) return false
  const there = JSON.parse(readFileSync(recordPath, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = there[path]
    if (!found) return entry.optional === true
    return (
      found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
    )
  })
}

async function npmCi() {
  const { command, before } = npmCommand()
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { ok, output } = await run(command, [...before, ...args], { cwd: root, env: cleanEnvironment() })
  if (ok) return
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output)
  throw new SetupRefusal(
    offline
      ? say(
          'Библиотеки не скачать: реестр npm недоступен. Подключите сеть на первый запуск или принесите папку node_modules с такой же машины.',
          'The libraries cannot be downloaded: the npm registry is out of reach. Connect the network for the first start, or bring node_modules from a like machine.',
        )
      : `${say('npm ci не удался', 'npm ci failed')}:\n${reasonsOf(output)}`,
  )
}

/** npm says why first and then how it is used: the beginning of what it calls an error. */
const reasonsOf = (/** @type {string} */ output) => {
  const errors = output.split('\n').filter(line => /^npm error \S/.test(line))
  return errors.length ? errors.slice(0, 12).join('\n') : lastLines(output)
}

/**
 * The npm that called us, by the Node that runs it: process.execPath may be the very file that `ci` deletes.
 * @returns {{ command: string, before: string[] }}
 */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node && /npm-cli\.[cm]?js$/.test(npm) && existsSync(npm)
    ? { command: existsSync(node) && !node.startsWith(root) ? node : 'node', before: [npm] }
    : { command: 'npm', before: [] }
}

/** Without node_modules in PATH and without the variables of the npm that runs this script. */
function cleanEnvironment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle)_/.test(name) && name !== 'NODE_ENV',
    ),
  )
  const path = (env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'))
  return { ...env, PATH: path.join(delimiter) }
}
