import { makeTelemetryFilterString, Runtime } from '@temporalio/worker'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { keyRing } from '../engine/data-converter.ts'
import { bundleWorkflows } from '../engine/workflow-bundle.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings } from '../settings.ts'
import { systemClock } from '../shared/ids.ts'
import { createLog } from '../shared/log.ts'
import { applicationBase } from './application-base.ts'
import { companyMail } from './company-mail.ts'
import { openWorker } from './open-worker.ts'
import { packedBrowser } from './packed-browser.ts'

/** The worker as a process of its own: `npm run worker`, or a child of the one parent. */
const settings = readSettings()
const log = createLog('worker', settings.logLevel)
const secret = openSecret(settings.secretFile)
const { databaseUrl, temporalAddress } = await applicationBase(settings, secret)

Runtime.install({
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
})
const worker = await openWorker({
  databaseUrl,
  temporal: { address: temporalAddress, namespace: settings.temporal.namespace },
  keys: keyRing(secret.payloadKeys),
  queues: settings.queues,
  clock: systemClock,
  mail: settings.smtpUrl ? companyMail(settings.smtpUrl, databaseUrl) : null,
  papers: chromiumPapers(packedBrowser(settings)),
  workflowBundle: settings.workflowBundle ? { codePath: settings.workflowBundle } : await bundleWorkflows(),
})
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => void worker.stop())
log.info({ queues: settings.queues }, 'worker is up')
process.send?.({ ready: true })
await worker.done
process.exit(0)
