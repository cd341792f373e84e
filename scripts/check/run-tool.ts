import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export interface ToolAnswer {
  ok: boolean
  output: string
}

/** Runs a program of node_modules/.bin in the root; `ok` is its exit code 0, `output` both of its streams. */
export function runTool(root: string, name: string, args: string[]): Promise<ToolAnswer> {
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
  return new Promise(resolve => {
    const child = spawn(join(bin, name), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', error => resolve({ ok: false, output: `${name}: ${error.message}` }))
    child.on('close', code => resolve({ ok: code === 0, output }))
  })
}
