import type { SourceFile } from '../source-tree.ts'
import { isNode, literalText, type SyntaxNode } from '../syntax.ts'
import { findNodes, type HouseRule } from './rule.ts'

const cyrillic = /[А-Яа-яЁё]/

/** Screens speak through their dictionaries, or one of the two languages is always forgotten. */
export const wordsComeFromDictionaries: HouseRule = {
  sentence: 'words of the screen stand in the dictionaries',
  holdsFor: file => file.room === 'admin-ui' && file.path.endsWith('.tsx') && !file.isTest,
  find: file =>
    findNodes(file, node => {
      const text = literalText(node)
      return text !== null && cyrillic.test(text)
        ? `"${text.trim()}" belongs into the dictionary of each language`
        : null
    }),
}

export interface DictionaryGap {
  path: string
  missing: string
  comparedTo: string
}

/** react-admin brings its own words in English (`ra-…`): only ours are held against each other. */
const isDictionary = (path: string): boolean =>
  /(^|[/-])ru(\/[^/]+)?\.ts$/.test(path) && !/\/ra-[^/]+$/.test(path)
const inEnglish = (path: string): string => path.replace(/(^|[/-])ru((?:\/[^/]+)?\.ts)$/, '$1en$2')

/** Words that one language has and the other lacks: `ru.ts` beside `en.ts`, `x-ru.ts` beside `x-en.ts`, `ru/x.ts` beside `en/x.ts`. */
export function findDictionaryGaps(sources: SourceFile[]): DictionaryGap[] {
  const byPath = new Map(sources.map(file => [file.path, file]))
  return sources
    .filter(file => file.room === 'admin-ui' && isDictionary(file.path))
    .flatMap(russian => {
      const english = byPath.get(inEnglish(russian.path))
      if (!english)
        return [{ path: russian.path, missing: 'every word', comparedTo: inEnglish(russian.path) }]
      const [ru, en] = [keysOf(russian), keysOf(english)]
      return [...lacks(russian.path, ru, english.path, en), ...lacks(english.path, en, russian.path, ru)]
    })
}

const lacks = (path: string, own: Set<string>, comparedTo: string, other: Set<string>): DictionaryGap[] =>
  [...other].filter(key => !own.has(key)).map(missing => ({ path, missing, comparedTo }))

/** Dotted keys of every object literal that a dictionary exports or names. */
function keysOf(file: SourceFile): Set<string> {
  const keys = new Set<string>()
  findNodes(file, node => {
    if (node.type === 'VariableDeclarator' && isNode(node.init)) collect(unwrapped(node.init), '', keys)
    return null
  })
  return keys
}

function collect(node: SyntaxNode, prefix: string, keys: Set<string>): void {
  if (node.type !== 'ObjectExpression') {
    if (prefix !== '') keys.add(prefix.slice(0, -1))
    return
  }
  for (const property of Array.isArray(node.properties) ? node.properties.filter(isNode) : []) {
    if (property.type !== 'Property' || !isNode(property.key) || !isNode(property.value)) continue
    const key = literalText(property.key) ?? String(property.key.name)
    collect(unwrapped(property.value), `${prefix}${key}.`, keys)
  }
}

/** `{…} as const satisfies T` → `{…}` */
const unwrapped = (node: SyntaxNode): SyntaxNode =>
  /^TS(As|Satisfies)Expression$/.test(node.type) && isNode(node.expression)
    ? unwrapped(node.expression)
    : node
