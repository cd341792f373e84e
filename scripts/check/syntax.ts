import { parseSync } from 'vite'

/** A node of the syntax tree (ESTree with TypeScript); its further fields depend on `type`. */
export interface SyntaxNode {
  type: string
  /** Offsets in UTF-16 units, as in `text.slice(start, end)`. */
  start: number
  end: number
  [field: string]: unknown
}

export interface Syntax {
  program: SyntaxNode
  comments: { value: string; start: number }[]
  /** The parser's own words on a file that does not parse; the tree is then empty. */
  problems: string[]
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Reads TypeScript or JavaScript; the parser is Vite's (oxc), since TypeScript 7 offers none to programs. */
export function parseSource(path: string, text: string): Syntax {
  const parsed = parseSync(path, text)
  const program: unknown = parsed.program
  if (!isNode(program)) throw new Error(`${path}: the parser gave no program`)
  return {
    program,
    comments: parsed.comments.map(({ value, start }) => ({ value, start })),
    problems: parsed.errors.map(error => error.message),
  }
}

/** Calls `visit` for the node and all below it, parents first; `parents` end with the direct one. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: SyntaxNode[] = [],
): void {
  visit(node, parents)
  parents.push(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, parents)
  parents.pop()
}

/** `setHandler`, `console.log`, `it.each`: the dotted name of what is called or read, '' where it has none. */
export function dottedName(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'CallExpression') return dottedName(node.callee)
  if (node.type !== 'MemberExpression') return ''
  const owner = dottedName(node.object)
  const property = node.computed ? literalText(node.property) : dottedName(node.property)
  return property === null || property === '' ? '' : `${owner}.${property}`
}

/** The text of a string or of a template without its holes; null for anything else. */
export function literalText(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'JSXText') return String(node.value)
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null
  return node.quasis.map((part: { value: { raw: string } }) => part.value.raw).join('…')
}
