import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { SettingRefused } from './setting-values.ts'

/** What must not be lost or shown: with the base it is the whole backup. */
export interface Secret {
  /** Of the embedded PostgreSQL. */
  postgresPassword: string
  /** Of the application's login role. */
  appRolePassword: string
  /** Keys of the processes' payloads, base64 of 32 bytes each; `current` encrypts, all decrypt. */
  payloadKeys: { current: string; keys: Record<string, string> }
  /** For what the server signs: cookies, links of one use. */
  signingKey: string
}

/**
 * The secret of the installation, made at the first start with rights for its owner only.
 * @throws SettingRefused when the file is there but cannot be read
 */
export function openSecret(path: string): Secret {
  try {
    return readSecret(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new SettingRefused(
        `VORONKA_SECRET_FILE=${path}: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(newSecret(), null, 2)}\n`, { mode: 0o600 })
  try {
    // Never over one that another start has made meanwhile: its base already knows those passwords.
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readSecret(path)
}

function readSecret(path: string): Secret {
  const found: Partial<Secret> = JSON.parse(readFileSync(path, 'utf8'))
  const { postgresPassword, appRolePassword, payloadKeys, signingKey } = found
  if (!postgresPassword || !appRolePassword || !payloadKeys?.keys[payloadKeys.current] || !signingKey)
    throw new Error('не хватает ключей / keys are missing')
  return { postgresPassword, appRolePassword, payloadKeys, signingKey }
}

function newSecret(): Secret {
  const password = () => randomBytes(24).toString('base64url')
  const id = new Date().toISOString().slice(0, 10)
  return {
    postgresPassword: password(),
    appRolePassword: password(),
    payloadKeys: { current: id, keys: { [id]: randomBytes(32).toString('base64') } },
    signingKey: randomBytes(32).toString('base64'),
  }
}
