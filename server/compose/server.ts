import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { readParts } from '../../scripts/setup/paths.js'
import { createApp } from '../app.ts'
import { dataConverter, keyRing } from '../engine/data-converter.ts'
import { openGateway } from '../engine/gateway.ts'
import { startOutboxRelay } from '../engine/outbox-relay.ts'
import { startSweep } from '../engine/sweep.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings } from '../settings.ts'
import { openChangeFeed } from '../shared/change-feed.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { createLog } from '../shared/log.ts'
import { openOrm } from '../shared/orm.ts'
import type { ServerWorld } from '../shared/world.ts'
import { applicationBase } from './application-base.ts'
import { demoLogins } from './demo-logins.ts'

const settings = readSettings()
const log = createLog('server', settings.logLevel)
const secret = openSecret(settings.secretFile)
const { databaseUrl, temporalAddress } = await applicationBase(settings, secret)

const orm = await openOrm({ url: databaseUrl })
const gateway = openGateway({
  address: temporalAddress,
  namespace: settings.temporal.namespace,
  dataConverter: dataConverter(keyRing(secret.payloadKeys)),
})
const relay = startOutboxRelay(orm, gateway, log)
const sweep = startSweep(orm, relay)
const changes = openChangeFeed(databaseUrl, log, relay.wake)
const papers = chromiumPapers(
  settings.browser ?? readParts().chromium ?? { executablePath: 'chromium', libraryPath: null },
)

const world: ServerWorld = {
  orm,
  gateway,
  clock: systemClock,
  ids: uuidV7(),
  log,
  changes,
  papers,
  settings: {
    baseUrl: settings.baseUrl ?? '',
    secureCookies: settings.secureCookies,
    demo: await demoLogins(orm),
    mailIsSet: settings.smtpUrl !== null,
    metricsAllow: settings.metricsAllow,
    trustProxy: settings.trustProxy,
  },
  checkAnswers: false,
}

// Node's own limits protect nobody until they are set.
const http = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 65_000,
  },
  createApp(world),
)
http.listen(settings.port, settings.host, () => {
  const { port } = http.address() as AddressInfo
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
  log.info({ url }, 'server is up')
  process.send?.({ ready: true, url })
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  const closed = new Promise(resolve => http.close(resolve))
  http.closeIdleConnections()
  // Event streams never end by themselves.
  setTimeout(() => http.closeAllConnections(), 1_000).unref()
  await closed
  sweep.stop()
  await relay.stop()
  await changes.close()
  await papers.close()
  await gateway.close()
  await orm.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
