import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSource, type Syntax } from './syntax.ts'

/** The rooms of the house: where its own source lies. */
export const rooms = [
  'domain',
  'workflows',
  'activities',
  'integrations',
  'server',
  'admin-ui',
  'test',
  'scripts',
] as const
export type Room = (typeof rooms)[number]

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string
  room: Room
  text: string
  /** True for units, stories, journeys and what serves tests alone: they may look at everything. */
  isTest: boolean
  /** Null for what is not TypeScript or JavaScript (templates, styles). */
  syntax: Syntax | null
  /** Line from 1 of an offset in `text`. */
  lineAt(offset: number): number
}

const skippedFolders = new Set(['node_modules', 'dist', 'fixtures', 'histories'])
const program = /\.(ts|tsx|js)$/
const paper = /\.(hbs|css|html)$/

/** `deal.test.ts`; `deal-for-tests.ts` and `test-browser.ts` beside it, which no other code may import. */
export const isTestPath = (path: string): boolean =>
  /(\.test\.tsx?|-for-tests\.ts|\/test-[a-z0-9-]+\.ts)$/.test(path)

/** Every source file under the root, read and parsed. */
export function readSources(root: string): SourceFile[] {
  return rooms.flatMap(room => filesUnder(root, room).map(path => readSource(root, room, path)))
}

function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesUnder(root, path)
    return program.test(path) || paper.test(path) ? [path] : []
  })
}

function readSource(root: string, room: Room, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  return {
    path,
    room,
    text,
    isTest: isTestPath(path),
    syntax: program.test(path) ? parseSource(path, text) : null,
    lineAt: offset => text.slice(0, offset).split('\n').length,
  }
}
