import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ThreadSources } from './run-templates.ts'

const folder = new URL('../templates/', import.meta.url)

/** The templates that ship with the program, by name, as text. */
export const paperSources = (): ThreadSources => ({
  templates: read(folder),
  partials: read(new URL('partials/', folder)),
})

const read = (from: URL): Record<string, string> =>
  Object.fromEntries(
    readdirSync(from)
      .filter(name => name.endsWith('.hbs'))
      .map(name => [basename(name, '.hbs'), readFileSync(new URL(name, from), 'utf8').trim()]),
  )
