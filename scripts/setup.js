// Brings a bare clone up to the point where our own processes can run. Plain JavaScript of Node's own modules,
// for Node 20 and newer: it runs before any package is there, with the Node that happens to be installed.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildAdminUi } from './setup/admin-ui.js'
import { prepareChromium } from './setup/chromium.js'
import { installPackages } from './setup/packages.js'
import { noteFirstSetUp, writeParts } from './setup/paths.js'
import { cacheFolder, root } from './setup/places.js'
import { preparePostgres } from './setup/postgres.js'
import { show, step, times } from './setup/progress.js'
import { SetupRefusal, say } from './setup/say.js'
import { prepareTemporalCli, prepareTestServer } from './setup/temporal.js'

/** Only a start may use somebody else's servers and do without the tests' tools. */
const forStart = ['start', 'server', 'worker', 'cli'].includes(process.env.npm_lifecycle_event ?? '')

async function setUp() {
  show(say('Подготовка', 'Set-up'))
  await step(say('Библиотеки', 'Libraries'), installPackages)
  requireNode24()
  const cache = cacheFolder()
  mkdirSync(cache, { recursive: true, mode: 0o755 })
  const ownPostgres = !(forStart && process.env.DATABASE_URL)
  const ownEngine = !(forStart && process.env.TEMPORAL_ADDRESS)
  const settled = await Promise.allSettled([
    ownPostgres ? step('PostgreSQL', note => preparePostgres(cache, note)) : null,
    ownEngine ? step('Temporal', note => prepareTemporalCli(cache, note)) : null,
    step(say('Temporal для тестов', 'Temporal for tests'), note =>
      prepareTestServer(cache, note, { required: !forStart }),
    ),
    step('Chromium', note => prepareChromium(cache, note)),
    step(say('Экраны', 'Screens'), buildAdminUi),
  ])
  const [postgresBin, temporalCli, temporalTestServer, chromium, adminUi] = settled.map(result =>
    result.status === 'fulfilled' ? result.value : null,
  )
  writeParts({ cache, postgresBin, temporalCli, temporalTestServer, chromium, adminUi })
  noteFirstSetUp(times)
  refuseWhatFailed(settled)
}

/**
 * Judged after every step was heard to its end, so that nothing goes on behind a refusal.
 * @param {PromiseSettledResult<unknown>[]} settled
 */
function refuseWhatFailed(settled) {
  const reasons = settled.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  const unexpected = reasons.find(reason => !(reason instanceof SetupRefusal))
  if (unexpected) throw unexpected
  if (reasons.length) throw new SetupRefusal(reasons.map(reason => reason.message).join('\n'))
}

function requireNode24() {
  const own = existsSync(join(root, 'node_modules/.bin/node'))
  if (own || Number.parseInt(process.versions.node, 10) >= 24) return
  throw new SetupRefusal(
    say(
      `Для ${process.platform}-${process.arch} своего Node в поставке нет, а установленный — ${process.versions.node}. Установите Node 24.`,
      `No Node is shipped for ${process.platform}-${process.arch}, and the installed one is ${process.versions.node}. Install Node 24.`,
    ),
  )
}

try {
  await setUp()
} catch (error) {
  if (!(error instanceof SetupRefusal)) throw error
  console.error(`\n${error.message}`)
  process.exitCode = 1
}
