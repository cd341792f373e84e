import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Papers } from '#integrations/papers/papers.port.ts'
import { createApp } from '../app.ts'
import type { KeyRing } from '../engine/codec.ts'
import { dataConverter } from '../engine/data-converter.ts'
import { type Gateway, openGateway } from '../engine/gateway.ts'
import { sendPendingOf, startOutboxRelay } from '../engine/outbox-relay.ts'
import { startSweep } from '../engine/sweep.ts'
import { openChangeFeed } from '../shared/change-feed.ts'
import { type Clock, uuidV7 } from '../shared/ids.ts'
import { openOrm } from '../shared/orm.ts'
import type { ServerWorld } from '../shared/world.ts'
import { demoLogins } from './demo-logins.ts'

export interface ServerParts {
  databaseUrl: string
  temporal: { address: string; namespace: string }
  keys: KeyRing
  host: string
  /** 0 = any free. */
  port: number
  clock: Clock
  log: Logger
  papers: Papers
  settings: Omit<ServerWorld['settings'], 'demo'>
  /** Every answer is held against its contract: tests do. */
  checkAnswers: boolean
}
export interface OpenServer {
  url: string
  world: ServerWorld
  stop(): Promise<void>
}

/** The HTTP server with its relay, sweep and feed of changes, from parts that are up. */
export async function openServer(parts: ServerParts): Promise<OpenServer> {
  const { databaseUrl, temporal, log, papers } = parts
  const orm = await openOrm({ url: databaseUrl })
  const gateway: Gateway = openGateway({
    ...temporal,
    dataConverter: dataConverter(parts.keys),
    sendPending: async workflowId => (await sendPendingOf(orm, gateway, log, workflowId)) > 0,
  })
  const relay = startOutboxRelay(orm, gateway, log)
  const sweep = startSweep(orm, relay)
  const changes = openChangeFeed(databaseUrl, log, relay.wake)
  const world: ServerWorld = {
    orm,
    gateway,
    clock: parts.clock,
    ids: uuidV7(parts.clock),
    log,
    changes,
    papers,
    demoLogins: () => demoLogins(orm),
    settings: parts.settings,
    checkAnswers: parts.checkAnswers,
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
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(parts.port, parts.host, resolve)
  })
  const { port } = http.address() as AddressInfo
  return {
    url: `http://${parts.host.includes(':') ? `[${parts.host}]` : parts.host}:${port}`,
    world,
    async stop() {
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
    },
  }
}
