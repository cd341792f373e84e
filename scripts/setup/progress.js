import { say } from './say.js'

/** A step that takes longer than this announces itself, so that nobody looks at a silent screen. */
const silenceMs = 700

/** Where a command answers with JSON, its stdout holds nothing else. */
const answersWithJson = ['cli', 'bench', 'trace'].includes(process.env.npm_lifecycle_event ?? '')
const screen = answersWithJson ? process.stderr : process.stdout

/** Shows one line. */
export const show = (/** @type {string} */ line) => screen.write(`${line}\n`)

/**
 * The steps that have ended, in order.
 * @type {{ name: string, ms: number }[]}
 */
export const times = []

/**
 * Runs one step and prints one line for it with its time; a slow one is announced while it runs.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<T> | T} work `note` adds a remark to the line
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  /** @type {string[]} */
  const notes = []
  const announce = setTimeout(() => show(`  … ${name}`), silenceMs)
  const line = (/** @type {string} */ mark) => {
    clearTimeout(announce)
    times.push({ name, ms: Math.round(performance.now() - began) })
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6)
    const remark = notes.length ? ` — ${notes.join('; ')}` : ''
    show(`  ${mark} ${seconds} ${say('с', 's')}  ${name}${remark}`)
  }
  try {
    const result = await work(text => notes.push(text))
    line('✓')
    return result
  } catch (error) {
    line('✗')
    throw error
  }
}
