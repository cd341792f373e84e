import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentOf, type Settings } from '../settings.ts'
import { type Founded, found, isFounded } from './founding.ts'
import type { House } from './house.ts'
import { keepAlive } from './keep-alive.ts'
import { logFile } from './log-file.ts'
import { launchNode, type NodeChild } from './node-child.ts'
import type { Claim } from './run-record.ts'
import type { Screen } from './screen.ts'
import type { Supervised } from './supervise.ts'

/** What the parent has found out for its children: the application's own login, the engine, the bundle. */
export type ChildSettings = Pick<Settings, 'databaseUrl' | 'temporal' | 'workflowBundle' | 'underParent'> & {
  databaseUrl: string
}

export interface ChildrenOptions {
  settings: Settings
  house: House
  screen: Screen
  stopping: AbortSignal
  claim: Claim
  ground: ChildSettings
  /** Grows by each child that was started. */
  parts: Supervised[]
}

/** Server and worker side by side, then the founding of a fresh data folder, then the proof that all is up. */
export async function startChildren(
  options: ChildrenOptions,
): Promise<{ url: string; founded: Founded | null }> {
  const { settings, house, screen, stopping, ground } = options
  const say = screen.say
  // Passwords of people are for the founding alone.
  const children: Settings = { ...settings, ...ground, demoPassword: null, adminPassword: null }
  const [server, worker] = await Promise.allSettled([
    keep(options, 'server', say('Сервер', 'Server'), house.server, () => environmentOf(children)),
    keep(options, 'worker', say('Исполнитель процессов', 'Worker'), house.worker, () =>
      environmentOf(children),
    ),
  ])
  if (server.status === 'rejected') throw server.reason
  if (worker.status === 'rejected') throw worker.reason
  const listens = server.value.url() ?? `http://${settings.host}:${settings.port}`
  // Started again it must be found where it was, also when any free port would have done.
  children.port = Number(new URL(listens).port) || settings.port
  stopping.throwIfAborted()
  const founded =
    isFounded(settings.dataDir) || !existsSync(house.founding)
      ? null
      : await screen.step(
          settings.empty ? say('Администратор', 'Administrator') : say('Демо-компания', 'Demo company'),
          () =>
            found({
              script: house.founding,
              env: environmentOf(settings, ground),
              dataDir: settings.dataDir,
              progress: line => screen.line(`      ${line}`),
              stopping,
            }),
        )
  await allUp(listens, stopping)
  return { url: settings.baseUrl ?? listens, founded }
}

function keep(
  { settings, screen, claim, parts, stopping }: ChildrenOptions,
  name: 'server' | 'worker',
  title: string,
  script: string,
  env: () => NodeJS.ProcessEnv,
): Promise<NodeChild> {
  const log = logFile(settings.dataDir, name)
  return keepAlive({
    title,
    launch: () => launchNode({ name, script, env: env(), log }),
    claim,
    screen,
    stopping,
    parts,
  })
}

/** The server answers for all: base, engine and a worker that polls. */
async function allUp(listens: string, stopping: AbortSignal): Promise<void> {
  for (let reason = ''; ; await pause(100)) {
    stopping.throwIfAborted()
    const answer = await fetch(new URL('/health/ready', listens)).catch(() => null)
    if (answer?.ok) return
    reason = answer ? await answer.text() : reason
  }
}
