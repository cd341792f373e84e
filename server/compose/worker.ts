import { makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import type { ActivityWorld } from '#activities/shared/world.ts'
import { smtpMail } from '#integrations/mail/smtp/smtp-mail.ts'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { readParts } from '../../scripts/setup/paths.js'
import { dataConverter, keyRing } from '../engine/data-converter.ts'
import { bundleWorkflows } from '../engine/workflow-bundle.ts'
import { openSecret } from '../runtime/secret.ts'
import { readSettings } from '../settings.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { createLog } from '../shared/log.ts'
import { openOrm } from '../shared/orm.ts'
import { forkSystem } from '../shared/sight.ts'
import { createActivities } from './activities.ts'
import { applicationBase } from './application-base.ts'
import { mailFrom } from './mail-from.ts'

const settings = readSettings()
const log = createLog('worker', settings.logLevel)
const secret = openSecret(settings.secretFile)
const { databaseUrl, temporalAddress } = await applicationBase(settings, secret)

Runtime.install({
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
})

const poolSize = 12
const orm = await openOrm({ url: databaseUrl, poolSize })
const papers = chromiumPapers(
  settings.browser ?? readParts().chromium ?? { executablePath: 'chromium', libraryPath: null },
)
const world: ActivityWorld = {
  fork: () => forkSystem(orm),
  clock: systemClock,
  ids: uuidV7(),
  mail: settings.smtpUrl ? smtpMail({ url: settings.smtpUrl, from: await mailFrom(orm) }) : null,
  papers,
}

const connection = await connect(temporalAddress)
const shared = {
  connection,
  namespace: settings.temporal.namespace,
  dataConverter: dataConverter(keyRing(secret.payloadKeys)),
  activities: createActivities(world),
  shutdownGraceTime: '20 seconds',
  shutdownForceTime: '30 seconds',
} as const
const workers = await Promise.all(
  settings.queues.map(async taskQueue =>
    taskQueue === 'core'
      ? Worker.create({
          ...shared,
          taskQueue,
          workflowBundle: settings.workflowBundle
            ? { codePath: settings.workflowBundle }
            : await bundleWorkflows(),
          maxCachedWorkflows: 500,
          maxConcurrentWorkflowTaskExecutions: 20,
          maxConcurrentActivityTaskExecutions: poolSize - 2,
          maxConcurrentLocalActivityExecutions: poolSize - 2,
          // After a crash the next worker gets the waiting tasks sooner; the price is a replay now and then.
          stickyQueueScheduleToStartTimeout: '1 second',
        })
      : Worker.create({ ...shared, taskQueue, maxConcurrentActivityTaskExecutions: 2 }),
  ),
)

async function connect(address: string): Promise<NativeConnection> {
  // The first connection fails while the engine is still starting.
  for (let attempt = 0; ; attempt++)
    try {
      return await NativeConnection.connect({ address })
    } catch (error) {
      if (attempt >= 120) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
}

const stop = () => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
const running = Promise.all(workers.map(worker => worker.run()))
log.info({ queues: settings.queues }, 'worker is up')
process.send?.({ ready: true })
await running
await papers.close()
await connection.close()
await orm.close()
process.exit(0)
