import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'
import pg from 'pg'
import { pino } from 'pino'
import { createCatalogLoader } from '#activities/catalog/load-catalog.ts'
import { saxesCatalogReader } from '#integrations/commerceml/saxes/saxes-catalog-reader.ts'
import { chromiumPapers } from '#integrations/papers/chromium/chromium-papers.ts'
import { keyRing } from '../engine/data-converter.ts'
import { bundleWorkflows } from '../engine/workflow-bundle.ts'
import { leadDemo } from '../founding/lead-demo.ts'
import type { Secret } from '../runtime/secret.ts'
import type { Settings } from '../settings.ts'
import { systemClock, uuidV7 } from '../shared/ids.ts'
import { openServer } from './open-server.ts'
import { type OpenWorker, openWorker } from './open-worker.ts'
import { packedBrowser } from './packed-browser.ts'

export interface DemoFounding {
  settings: Settings
  secret: Secret
  base: { databaseUrl: string; temporalAddress: string }
  password: string
  foundedAt: Date
  /** Told what is done, line by line. */
  say(line: string): void
}

const catalogue = new URL('../founding/catalogue/', import.meta.url).pathname

/**
 * The demo's goods by the import of 1C's files, and its clients and deals through the doors of a server of its own.
 * A worker is there already under the one parent; alone, one is opened for as long as it takes.
 */
export async function foundDemo(founding: DemoFounding): Promise<void> {
  const { settings, base, password, foundedAt, say } = founding
  const { products, offerings } = await loadCatalogue(base.databaseUrl)
  say(`Каталог: товаров ${products}, предложений ${offerings}`)
  const parts = {
    databaseUrl: base.databaseUrl,
    temporal: { address: base.temporalAddress, namespace: settings.temporal.namespace },
    keys: keyRing(founding.secret.payloadKeys),
    clock: systemClock,
    papers: chromiumPapers(packedBrowser(settings)),
  }
  const worker = settings.underParent ? null : await workerForTheMoment(settings, parts)
  const server = await openServer({
    ...parts,
    ...{ host: '127.0.0.1', port: 0, checkAnswers: false },
    // What is printed on stdout is the answer.
    log: pino({ level: 'error' }, pino.destination(2)),
    settings: {
      ...{ baseUrl: '', secureCookies: false, metricsAllow: [], trustProxy: false },
      mailIsSet: settings.smtpUrl !== null,
    },
  })
  try {
    await leadDemo({ url: server.url, password, foundedAt, say })
  } finally {
    await server.stop()
    await worker?.stop()
  }
}

async function loadCatalogue(databaseUrl: string) {
  const load = createCatalogLoader({
    async connect() {
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      return client
    },
    reader: saxesCatalogReader(),
    ids: uuidV7(),
  })
  return load({ path: catalogue, source: '1c' })
}

type WorkerParts = Omit<Parameters<typeof openWorker>[0], 'queues' | 'mail' | 'workflowBundle'>

async function workerForTheMoment(settings: Settings, parts: WorkerParts): Promise<OpenWorker> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  })
  return openWorker({
    ...parts,
    queues: ['core', 'render'],
    // Letters of the demo go to addresses that do not exist: they stay in «Письма».
    mail: null,
    papers: chromiumPapers(packedBrowser(settings)),
    workflowBundle: settings.workflowBundle ? { codePath: settings.workflowBundle } : await bundleWorkflows(),
  })
}
