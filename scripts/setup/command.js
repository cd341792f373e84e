import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and returns what it printed (both streams, last 200 kB).
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const run = (command, args, { env = process.env, cwd, timeoutMs } = {}) =>
  new Promise(resolve => {
    let output = ''
    const child = spawn(command, args, { env, cwd, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-200_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => resolve({ ok: false, output: `${output}${error.message}` }))
    child.on('close', code => resolve({ ok: code === 0, output }))
  })

/**
 * The end of a long output, enough to see what went wrong.
 * @param {string} output
 * @param {number} lines
 * @returns {string}
 */
export const lastLines = (output, lines = 15) => output.trim().split('\n').slice(-lines).join('\n')
