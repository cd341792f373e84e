import { Worker } from 'node:worker_threads'
import { PaperDataInvalid, PapersUnavailable } from '../papers.port.ts'
import type { ThreadAnswer, ThreadJob, ThreadSources } from './run-templates.ts'

export interface TemplateThread {
  /** @throws PaperDataInvalid when the template refuses, takes too long or too much memory */
  render(template: string, data: unknown): Promise<string>
  close(): Promise<void>
}

export interface ThreadLimits {
  /** What one paper may take (C9: a template's loops must not hold the server). */
  milliseconds: number
  /** What the thread's heap may grow to. */
  megabytes: number
}

const usual: ThreadLimits = { milliseconds: 2_000, megabytes: 192 }
/** Loading and compiling happens once and is our own code: a busy machine may take its time. */
const startMilliseconds = 20_000

/**
 * Runs templates in a thread of their own, one at a time. The thread is kept while it behaves;
 * when one runs out of time or memory it is ended and the next paper starts a fresh one.
 */
export function openTemplateThread(sources: ThreadSources, limits: ThreadLimits = usual): TemplateThread {
  let thread: Promise<Worker> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let jobs = 0
  let closed = false

  const run = async (template: string, data: unknown): Promise<string> => {
    if (closed) throw new PapersUnavailable('closed')
    thread ??= startThread(sources, limits)
    const worker = await thread.catch(error => {
      thread = undefined
      throw error
    })
    try {
      return await ask(worker, { id: ++jobs, template, data }, limits.milliseconds)
    } catch (error) {
      if (!(error instanceof Refused)) {
        thread = undefined
        await worker.terminate()
      }
      throw new PaperDataInvalid([
        { path: '', message: error instanceof Error ? error.message : String(error) },
      ])
    }
  }
  return {
    render(template, data) {
      const mine = last.then(() => run(template, data))
      last = mine.catch(() => undefined)
      return mine
    },
    async close() {
      closed = true
      await last
      await (await thread?.catch(() => undefined))?.terminate()
    },
  }
}

/** The template answered, and answered no: the thread itself is sound. */
class Refused extends Error {}

async function startThread(sources: ThreadSources, { megabytes }: ThreadLimits): Promise<Worker> {
  const worker = new Worker(new URL('./run-templates.ts', import.meta.url), {
    workerData: sources,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
    env: {},
  })
  worker.unref()
  // A thread that dies while idle is noticed by the next paper; without a listener it would end the process.
  worker.on('error', () => undefined)
  const first = await firstAnswer(worker, () => true, startMilliseconds).catch((error: Error) => ({
    broken: error.message,
  }))
  if ('broken' in first) {
    await worker.terminate()
    throw new PapersUnavailable(first.broken)
  }
  return worker
}

async function ask(worker: Worker, job: ThreadJob, milliseconds: number): Promise<string> {
  const answered = firstAnswer(worker, message => 'id' in message && message.id === job.id, milliseconds)
  worker.postMessage(job)
  const answer = await answered
  if ('html' in answer) return answer.html
  throw new Refused('refused' in answer ? answer.refused : 'the thread answered something else')
}

/** The first message that fits; rejects when the thread dies or the time is up. */
function firstAnswer(
  worker: Worker,
  fits: (message: ThreadAnswer) => boolean,
  milliseconds: number,
): Promise<ThreadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>()
  const onMessage = (message: ThreadAnswer): void => {
    if (fits(message)) resolve(message)
  }
  const onError = (error: Error): void =>
    reject(
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Error('the paper needs too much memory')
        : error,
    )
  const onExit = (): void => reject(new Error('the template thread ended'))
  const timer = setTimeout(() => reject(new Error(`not made within ${milliseconds} ms`)), milliseconds)
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  return promise.finally(() => {
    clearTimeout(timer)
    worker.off('message', onMessage).off('error', onError).off('exit', onExit)
  })
}
