import { parentPort, workerData } from 'node:worker_threads'
import Handlebars from 'handlebars'
import { builtInHelpers, checkTemplate } from './template-rules.ts'
import { templateVocabulary } from './template-vocabulary.ts'

/** The thread in which templates run: it may be ended at any moment, so it holds nothing but compiled templates. */

export interface ThreadSources {
  templates: Record<string, string>
  partials: Record<string, string>
}
export interface ThreadJob {
  id: number
  template: string
  data: unknown
}
export type ThreadAnswer =
  | { id: number; html: string }
  | { id: number; refused: string }
  | { ready: true }
  | { broken: string }

/** Output beyond this would only choke the browser. */
const maxCharacters = 16_000_000

const port = parentPort
if (!port) throw new Error('template-thread runs as a worker thread only')
const answer = (message: ThreadAnswer): void => port.postMessage(message)

try {
  const compiled = compileAll(workerData as ThreadSources)
  port.on('message', ({ id, template, data }: ThreadJob) => {
    try {
      const html = compiled.get(template)?.(data)
      if (html === undefined) answer({ id, refused: `no template ${template}` })
      else if (html.length > maxCharacters) answer({ id, refused: 'the paper grew too large' })
      else answer({ id, html })
    } catch (error) {
      answer({ id, refused: error instanceof Error ? error.message : String(error) })
    }
  })
  answer({ ready: true })
} catch (error) {
  answer({ broken: error instanceof Error ? error.message : String(error) })
}

/** Checks and compiles everything once, before the first paper. */
function compileAll({ templates, partials }: ThreadSources): Map<string, (data: unknown) => string> {
  const handlebars = Handlebars.create()
  for (const name of Object.keys(handlebars.helpers)) {
    if (!(builtInHelpers as readonly string[]).includes(name)) handlebars.unregisterHelper(name)
  }
  handlebars.registerHelper(templateVocabulary)
  const allowed = {
    helpers: new Set([...builtInHelpers, ...Object.keys(templateVocabulary)]),
    partials: new Set(Object.keys(partials)),
  }
  const knownHelpers = {
    ...Object.fromEntries([...allowed.helpers].map(name => [name, true])),
    ...{ lookup: false, log: false, helperMissing: false, blockHelperMissing: false },
  }
  const compile = (source: string) => {
    checkTemplate(source, allowed)
    return handlebars.compile(source, { knownHelpers, knownHelpersOnly: true })
  }
  handlebars.registerPartial(Object.fromEntries(Object.entries(partials).map(([k, v]) => [k, compile(v)])))
  return new Map(
    Object.entries(templates).map(([name, source]) => {
      const template = compile(source)
      return [name, data => template(data, { allowProtoPropertiesByDefault: false })]
    }),
  )
}
