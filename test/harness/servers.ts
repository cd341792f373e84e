import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import './provided.ts'
import { execute, inDatabase } from './template.ts'

/** A database of one's own, migrated and empty. */
export interface TestDatabase extends AsyncDisposable {
  /** A superuser's address, for looking past row security. */
  adminUrl: string
  /** The address the application works with. */
  appUrl: string
}

/** Clones the migrated template: about a tenth of a second. */
export async function aDatabase(): Promise<TestDatabase> {
  const { databaseUrl, template } = inject('servers')
  const name = `${template.name}_${randomUUID().slice(0, 8)}`
  await execute(databaseUrl, `create database ${name} template ${template.name}`)
  return {
    adminUrl: inDatabase(databaseUrl, name),
    appUrl: inDatabase(template.appUrl, name),
    [Symbol.asyncDispose]: () => execute(databaseUrl, `drop database if exists ${name} with (force)`),
  }
}

/** An engine where nobody else's workers listen: a namespace of one's own on the run's server. */
export interface TestEngine {
  address: string
  namespace: string
}

export async function anEngine(): Promise<TestEngine> {
  const { address, cli } = inject('servers').temporal
  const namespace = `test-${randomUUID()}`
  await promisify(execFile)(cli, ['operator', 'namespace', 'create', '-n', namespace, '--address', address], {
    env: {},
  })
  return { address, namespace }
}

/** Path of the workflow code, for `Worker.create({ workflowBundle: { codePath } })`. */
export const workflowBundle = (): { codePath: string } => ({ codePath: inject('servers').workflowBundle })
