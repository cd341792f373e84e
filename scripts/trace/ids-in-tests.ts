import type { SourceFile } from '../check/source-tree.ts'
import { dottedName, isNode, literalText, walk } from '../check/syntax.ts'

export interface TracedTest {
  path: string
  line: number
  /** The name as written; a hole of a template is shown as `…`. */
  name: string
  /** Ids named by the test itself or by a group it stands in. */
  ids: string[]
}

const id = String.raw`(?:(?:S|CML|OD|CB|DR)-\d{2,3}|(?:TE|PG|EG|[A-GP])\d{1,2})`
const idOrRange = String.raw`${id}(?:\s?[–…-]\s?${id})?(?![\p{L}\p{N}-])`
const anywhere = new RegExp(String.raw`(?<![\p{L}\p{N}/-])${idOrRange}`, 'gu')
const leading = new RegExp(String.raw`^(?:${idOrRange}(?:[\s,:;·+&/]|и\s|and\s)*)+`, 'u')
const bracketed = /\([^()]*\)/g
const single = /([A-Z]+-?)(\d+)/g

/**
 * Ids that a name shows: `S-034`, several, and ranges (`DR-30…DR-31`, `A1–A4`). Ids without a hyphen are read at
 * the start of the name and in brackets only: elsewhere A4 is paper.
 */
export function idsIn(text: string): string[] {
  const places = [text.match(leading)?.[0] ?? '', ...(text.match(bracketed) ?? [])].join(' ')
  const matches = [...text.matchAll(anywhere)].map(([match]) => match)
  const telling = matches.filter(match => /^[A-Z]+-/.test(match) || places.includes(match))
  return [...new Set(telling.flatMap(unfolded))]
}

function unfolded(match: string): string[] {
  const [first, last] = [...match.matchAll(single)]
  if (!first || !last) return [match]
  const [, prefix = '', from = ''] = first
  if (last[1] !== prefix) return [first[0], last[0]]
  const ids: string[] = []
  for (let number = Number(from); number <= Number(last[2]); number++)
    ids.push(`${prefix}${String(number).padStart(from.length, '0')}`)
  return ids
}

const groups = /^(describe|suite)\b/
const tests = /^(it|test)\b/

/** Every test whose name, or a group's name above it, carries an id. Exams count: they are tests to be run. */
export function tracedTests(files: SourceFile[]): TracedTest[] {
  return files.filter(isTested).flatMap(file => {
    const found: TracedTest[] = []
    if (file.syntax)
      walk(file.syntax.program, (node, parents) => {
        const name = nameOf(node, tests)
        if (name === null) return
        const above = parents.flatMap(parent => nameOf(parent, groups) ?? [])
        const ids = [...new Set([...above, name].flatMap(idsIn))]
        if (ids.length > 0) found.push({ path: file.path, line: file.lineAt(node.start), name, ids })
      })
    return found
  })
}

const isTested = (file: SourceFile): boolean => file.isTest || file.path.endsWith('.exam.ts')

function nameOf(node: unknown, called: RegExp): string | null {
  if (!isNode(node) || node.type !== 'CallExpression' || !called.test(dottedName(node.callee))) return null
  return Array.isArray(node.arguments) ? literalText(node.arguments[0]) : null
}
