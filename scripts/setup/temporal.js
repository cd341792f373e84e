import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './command.js'
import { obtainBinary } from './pinned-binary.js'
import { temporalCli, temporalTestServer } from './pinned-parts.js'
import { SetupRefusal, say } from './say.js'

/** The dev server's flags that we rely on are there from this version on. */
const oldest = [1, 5]

/**
 * The `temporal` binary: named by the settings, on PATH, or the pinned one.
 * @param {string} cache
 * @param {(text: string) => void} note
 * @returns {Promise<string>}
 */
export async function prepareTemporalCli(cache, note) {
  const named = process.env.TEMPORAL_CLI
  if (named) {
    if (await isRecentEnough(named)) return named
    throw new SetupRefusal(
      say(
        `TEMPORAL_CLI=${named}: это не temporal версии ${oldest.join('.')} или новее.`,
        `TEMPORAL_CLI=${named} is not temporal ${oldest.join('.')} or newer.`,
      ),
    )
  }
  const onPath = findOnPath('temporal')
  if (onPath && (await isRecentEnough(onPath))) {
    note(onPath)
    return onPath
  }
  return obtainBinary(temporalCli, cache, note)
}

/**
 * The time-skipping server. Only tests need it, so that a start goes on without it.
 * @param {string} cache
 * @param {(text: string) => void} note
 * @param {{ required: boolean }} options
 * @returns {Promise<string | null>}
 */
export async function prepareTestServer(cache, note, { required }) {
  try {
    return await obtainBinary(temporalTestServer, cache, note)
  } catch (error) {
    if (required) throw error
    note(say('не скачан, нужен только тестам', 'not downloaded, only tests need it'))
    return null
  }
}

/** A home-built binary reports 0.0.0-DEV and is refused: nobody knows what it can do. */
async function isRecentEnough(/** @type {string} */ path) {
  if (!existsSync(path)) return false
  const { ok, output } = await run(path, ['--version'], { timeoutMs: 10_000 })
  const [, major, minor] = /version (\d+)\.(\d+)\.\d+(?!\S*DEV)/.exec(output) ?? []
  if (!ok || major === undefined) return false
  return Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1])
}

function findOnPath(/** @type {string} */ name) {
  const isExecutable = (/** @type {string} */ path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '' && !folder.includes('node_modules'))
    .map(folder => join(folder, name))
    .find(isExecutable)
}
