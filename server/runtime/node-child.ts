import type { ChildProcess } from 'node:child_process'
import { launch, type RunningProcess } from './running-process.ts'

export interface NodeChildOptions {
  name: string
  /** Path of a TypeScript or JavaScript entry file. */
  script: string
  args?: string[]
  env: NodeJS.ProcessEnv
  log: (text: string) => void
  /** How long it may take to end by itself, ms. */
  patienceMs?: number
}

export interface NodeChild extends RunningProcess {
  /** What it said with its readiness: the address where it listens. */
  url(): string | null
}

/** One of our own processes: ready when it sends the IPC message `{ ready: true, url? }`. */
export async function launchNode(options: NodeChildOptions): Promise<NodeChild> {
  const { name, script, args = [], env, log, patienceMs = 20_000 } = options
  let url: string | null = null
  const running = await launch({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', script, ...args],
    env,
    log,
    ipc: true,
    farewell: [{ signal: 'SIGTERM', patienceMs }],
    becomesReady: child =>
      readyMessage(child).then(address => {
        url = address
      }),
  })
  return { ...running, url: () => url }
}

const readyMessage = (child: ChildProcess): Promise<string | null> =>
  new Promise(resolve => {
    child.on('message', message => {
      if (typeof message !== 'object' || message === null || !('ready' in message) || message.ready !== true)
        return
      resolve('url' in message && typeof message.url === 'string' ? message.url : null)
    })
  })
