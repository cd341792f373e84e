import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.js'
import { SetupRefusal, say } from './say.js'

const recordPath = join(root, 'node_modules/.voronka/parts.json')

/**
 * Where each part lies on this machine, as the last set-up found or placed it.
 * @typedef {object} Parts
 * @property {string} cache folder of downloaded parts
 * @property {string | null} postgresBin folder with initdb and postgres; null where PostgreSQL is somebody else's
 * @property {string | null} temporalCli the `temporal` binary; null where the engine is somebody else's
 * @property {string | null} temporalTestServer the time-skipping server, for tests
 * @property {{ executablePath: string, libraryPath: string | null } | null} chromium `libraryPath` goes into
 *   LD_LIBRARY_PATH of the browser only
 * @property {string | null} adminUi folder of the built screens
 */

/**
 * @returns {Parts}
 * @throws {SetupRefusal} when set-up has not run in this checkout
 */
export function readParts() {
  if (!existsSync(recordPath)) {
    throw new SetupRefusal(
      say(
        'Части не подготовлены: выполните `npm start` или `node scripts/setup.js`.',
        'The parts are not set up: run `npm start` or `node scripts/setup.js`.',
      ),
    )
  }
  return JSON.parse(readFileSync(recordPath, 'utf8'))
}

/** @param {Parts} parts */
export function writeParts(parts) {
  mkdirSync(dirname(recordPath), { recursive: true })
  const draft = `${recordPath}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(parts, null, 2)}\n`)
  renameSync(draft, recordPath)
}

/**
 * Keeps the times of the first set-up of this checkout: `npm run bench -- start` tells them.
 * @param {{ name: string, ms: number }[]} times
 */
export function noteFirstSetUp(times) {
  const path = join(dirname(recordPath), 'first-setup.json')
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(times))
}
