import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { type ChildSettings, startChildren } from './children.ts'
import { startEngines } from './engines.ts'
import type { Founded } from './founding.ts'
import { refuseTakenPort } from './free-port.ts'
import type { House } from './house.ts'
import { claimDataFolder } from './run-record.ts'
import { writeRunning } from './running-file.ts'
import type { Screen } from './screen.ts'
import { openSecret } from './secret.ts'
import type { Supervised } from './supervise.ts'

export interface ParentOptions {
  settings: Settings
  house: House
  screen: Screen
  /** Aborted when somebody asks to stop, also in the middle of a start. */
  stopping: AbortSignal
}

export interface Voronka {
  /** Where people go. */
  url: string
  /** Present when this start founded the company. */
  founded: Founded | null
  /** Ends everything in order: HTTP intake, worker, engine, base. */
  stop(): Promise<void>
}

const stopOrder = ['server', 'worker', 'Temporal', 'PostgreSQL']

/**
 * One parent for all parts: claims the data folder, starts base and engine, migrates, starts server and worker, founds
 * the company of a fresh folder, and keeps every part alive until it is stopped.
 * @throws AlreadyRunning, PortTaken, PartFailed; whatever was started by then is ended first
 */
export async function startVoronka(options: ParentOptions): Promise<Voronka> {
  const { settings, screen } = options
  const { dataDir } = settings
  const claim = await claimDataFolder(dataDir)
  const parts: Supervised[] = []
  const stop = async () => {
    rmSync(join(dataDir, 'running.json'), { force: true })
    const rank = ({ name }: Supervised) => stopOrder.indexOf(name)
    for (const part of parts.toSorted((a, b) => rank(a) - rank(b))) await part.stop()
    claim.release()
  }
  try {
    if (claim.orphans.length) {
      const names = claim.orphans.join(', ')
      screen.line(
        `  ! ${screen.say('прошлый запуск оборвался, завершены', 'the last run was cut off, ended')}: ${names}`,
      )
    }
    await refuseTakenPort(settings)
    const ground = await prepareGround(options, claim, parts)
    const { url, founded } = await startChildren({ ...options, claim, parts, ground })
    writeRunning(dataDir, { url, temporal: ground.temporal.address, database: ground.databaseUrl })
    return { url, founded, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Base, engine and workflow code side by side, then the base's schema: what the children stand on. */
async function prepareGround(
  { settings, house, screen, stopping }: ParentOptions,
  claim: Awaited<ReturnType<typeof claimDataFolder>>,
  parts: Supervised[],
): Promise<ChildSettings> {
  const secret = openSecret(settings.secretFile)
  const { binaries } = house
  const [engines, bundle] = await Promise.allSettled([
    startEngines({ settings, secret, claim, screen, binaries, stopping }),
    screen.step(screen.say('Код процессов', 'Process code'), () => house.workflowBundle(settings.dataDir)),
  ])
  if (engines.status === 'fulfilled') parts.push(...engines.value.supervised)
  if (engines.status === 'rejected') throw engines.reason
  if (bundle.status === 'rejected') throw bundle.reason
  stopping.throwIfAborted()
  const { adminUrl, temporalAddress } = engines.value
  const { appUrl } = await screen.step(screen.say('Схема базы', 'Schema of the base'), () =>
    house.migrate({ adminUrl, appRolePassword: secret.appRolePassword }),
  )
  stopping.throwIfAborted()
  return {
    databaseUrl: appUrl,
    temporal: { ...settings.temporal, address: temporalAddress },
    workflowBundle: bundle.value,
    underParent: true,
  }
}
