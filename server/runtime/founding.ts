import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const mark = (dataDir: string): string => join(dataDir, 'founded.json')

/** Whether this data folder has its company already. */
export const isFounded = (dataDir: string): boolean => existsSync(mark(dataDir))

/** What the founding says on its stdout, as one JSON object. */
export interface Founded {
  /** One password for all logins, when there is one. */
  password?: string
  logins: { login: string; name: string; password?: string }[]
}

export interface FoundingOptions {
  script: string
  env: NodeJS.ProcessEnv
  dataDir: string
  /** Told what the founding is at, line by line. */
  progress: (line: string) => void
  stopping: AbortSignal
}

/**
 * Founds the company of a fresh data folder in a process of its own, once. One that was cut off is repeated at the next
 * start, so the script must bear being repeated.
 */
export async function found({ script, env, dataDir, progress, stopping }: FoundingOptions): Promise<Founded> {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGTERM')
  stopping.addEventListener('abort', end, { once: true })
  let answer = ''
  child.stdout.on('data', chunk => {
    answer += chunk
  })
  const said: string[] = []
  createInterface(child.stderr).on('line', line => {
    said.push(line)
    progress(line)
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  stopping.removeEventListener('abort', end)
  stopping.throwIfAborted()
  if (code !== 0) throw new Error(`founding: code ${code}\n${said.slice(-10).join('\n')}`)
  const founded: Founded = JSON.parse(answer)
  writeFileSync(mark(dataDir), JSON.stringify({ at: new Date().toISOString() }))
  return founded
}
