import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, type ProcessIdentity, signal } from './process-identity.ts'

/** How a process ended, with the last lines it said. */
export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
  lastLines: string
}

/** A process of ours that runs. */
export interface RunningProcess extends ProcessIdentity {
  name: string
  /** Resolves when it answers; rejects with a PartFailed when it ends before. */
  ready: Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  exited: Promise<Exit>
  /** Asks it to end, and makes it end when its patience is over. */
  stop(): Promise<void>
}

/** A part ended before it was ready, or never became so; the message carries what it said last. */
export class PartFailed extends Error {
  readonly part: string
  constructor(part: string, message: string) {
    super(message)
    this.part = part
  }
}

export interface LaunchOptions extends Omit<SpawnOptions, 'stdio' | 'detached'> {
  name: string
  command: string
  args: string[]
  /** Every chunk of its output. */
  log: (text: string) => void
  /** Opens an IPC channel. */
  ipc?: boolean
  /** Sent one after another, each with its patience in ms. */
  farewell: { signal: NodeJS.Signals; patienceMs: number }[]
  /** Resolves once the process answers. */
  becomesReady: (child: ChildProcess, ended: AbortSignal) => Promise<void>
}

/**
 * Starts a process in a group of its own, so that Ctrl-C at the terminal reaches only the parent, which ends its
 * children in order.
 */
export async function launch(options: LaunchOptions): Promise<RunningProcess> {
  const { name, command, args, log, ipc = false, farewell, becomesReady, ...rest } = options
  const stdio: SpawnOptions['stdio'] = ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])]
  const child = spawn(command, args, { ...rest, stdio, detached: true })
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-4000)
    log(chunk.toString())
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const ended = new AbortController()
  const exited = new Promise<Exit>(resolve => {
    child.once('close', (code, by) => {
      ended.abort()
      resolve({ code, signal: by, lastLines: said.trim().split('\n').slice(-20).join('\n') })
    })
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', error => reject(new PartFailed(name, `${name}: ${error.message}`)))
  })
  child.on('error', error => log(`${error.message}\n`))
  const identity = identify(child.pid ?? 0) ?? { pid: child.pid ?? 0, startTime: 'gone' }
  const endedEarly = exited.then(exit => Promise.reject(new PartFailed(name, `${name}: ${tellExit(exit)}`)))
  const ready = Promise.race([becomesReady(child, ended.signal), endedEarly])
  // Who does not wait for readiness (a part being stopped) must not die of its refusal.
  ready.catch(() => undefined)
  endedEarly.catch(() => undefined)
  const stop = async () => {
    for (const { signal: farewellSignal, patienceMs } of farewell) {
      if (!signal(identity, farewellSignal)) break
      const patience = new AbortController()
      const over = pause(patienceMs, 'over' as const, { signal: patience.signal }).catch(
        () => 'over' as const,
      )
      const outcome = await Promise.race([exited, over])
      patience.abort()
      if (outcome !== 'over') return
    }
    signal(identity, 'SIGKILL', { group: true })
    await exited
  }
  return { ...identity, name, ready, exited, stop }
}

/** `code 1` or `signal SIGKILL`, then what it said last. */
export const tellExit = ({ code, signal: by, lastLines }: Exit): string =>
  [by ? `signal ${by}` : `code ${code}`, lastLines].filter(Boolean).join('\n')
