import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundleWorkflows } from '#server/engine/workflow-bundle.ts'
import { startPostgres } from '#server/runtime/postgres.ts'
import { startTemporal } from '#server/runtime/temporal.ts'
import { readParts } from '../../scripts/setup/paths.js'
import type { ProvidedServers } from './provided.ts'
import { dropTemplate, makeTemplate } from './template.ts'
import { reapOrphans, remember } from './test-parts.ts'

interface Servers {
  provided: ProvidedServers
  users: number
  stop(): Promise<void>
}

/** One set for all projects of a run: vitest calls this file once per project, in one process. */
const shared = Symbol.for('voronka.test-servers')
const holder: typeof globalThis & { [shared]?: Promise<Servers> } = globalThis

/** One PostgreSQL, one process engine in memory and one bundle of the workflows for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder[shared] ??= startServers()
  const servers = await holder[shared]
  servers.users++
  project.provide('servers', servers.provided)
  return async () => {
    servers.users--
    if (servers.users > 0) return
    delete holder[shared]
    await servers.stop()
  }
}

async function startServers(): Promise<Servers> {
  reapOrphans()
  const folder = mkdtempSync(join(tmpdir(), 'voronka-story-'))
  // User postgres must be able to enter when the tests run as root.
  chmodSync(folder, 0o755)
  remember({ folders: [folder] })
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    await Promise.allSettled(stops.map(each => each()))
    rmSync(folder, { recursive: true, force: true })
  }
  const parts = readParts()
  const settled = await Promise.allSettled([
    startDatabase(parts.postgresBin, folder, stops),
    startEngine(parts.temporalCli, stops),
    bundleInto(folder),
  ])
  const [database, temporal, bundle] = settled
  if (database.status === 'rejected' || temporal.status === 'rejected' || bundle.status === 'rejected') {
    await stop()
    throw settled.find(each => each.status === 'rejected')?.reason
  }
  const provided = { ...database.value, temporal: temporal.value, workflowBundle: bundle.value }
  return { provided, users: 0, stop }
}

/** TEST_DATABASE_URL names somebody else's server (a superuser's address); otherwise an embedded one without fsync. */
async function startDatabase(bin: string | null, folder: string, stops: (() => Promise<void>)[]) {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const template = await makeTemplate(given)
    stops.push(() => dropTemplate(given, template.name))
    return { databaseUrl: given, template }
  }
  if (!bin) throw new Error('PostgreSQL is not set up: run node scripts/setup.js')
  const postgres = await startPostgres({ bin, dataDir: folder, superuserPassword: 'test', durable: false })
  remember({ processes: [postgres] })
  stops.push(postgres.stop)
  return { databaseUrl: postgres.url(), template: await makeTemplate(postgres.url()) }
}

async function startEngine(cli: string | null, stops: (() => Promise<void>)[]) {
  if (!cli) throw new Error('Temporal is not set up: run node scripts/setup.js')
  const temporal = await startTemporal({ cli, dbFile: null })
  remember({ processes: [temporal] })
  stops.push(temporal.stop)
  return { address: temporal.address, cli }
}

async function bundleInto(folder: string): Promise<string> {
  const { code } = await bundleWorkflows()
  const path = join(folder, 'workflows.js')
  writeFileSync(path, code)
  return path
}
