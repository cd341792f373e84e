import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { keyRing } from '../engine/data-converter.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings } from '../settings.ts'
import { systemClock } from '../shared/ids.ts'
import { createLog } from '../shared/log.ts'
import { applicationBase } from './application-base.ts'
import { openServer } from './open-server.ts'
import { packedBrowser } from './packed-browser.ts'

/** The HTTP server as a process of its own: `npm run server`, or a child of the one parent. */
const settings = readSettings()
const secret = openSecret(settings.secretFile)
const { databaseUrl, temporalAddress } = await applicationBase(settings, secret)
const server = await openServer({
  databaseUrl,
  temporal: { address: temporalAddress, namespace: settings.temporal.namespace },
  keys: keyRing(secret.payloadKeys),
  host: settings.host,
  port: settings.port,
  clock: systemClock,
  log: createLog('server', settings.logLevel),
  papers: chromiumPapers(packedBrowser(settings)),
  settings: {
    baseUrl: settings.baseUrl ?? '',
    secureCookies: settings.secureCookies,
    mailIsSet: settings.smtpUrl !== null,
    metricsAllow: settings.metricsAllow,
    trustProxy: settings.trustProxy,
  },
  checkAnswers: false,
})
process.send?.({ ready: true, url: server.url })

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await server.stop()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void stop())
