import { realId } from '#domain/catalog/external-id.ts'
import type { Node } from './read-objects.ts'

/** Ids longer than this are not ids (the schema says 80); names and the like are cut. */
export const longestId = 200
export const longestName = 1000

/** Tells of something wrong in the object at hand. */
export type Warn = (field: string, sentence: string) => void

export const child = (node: Node, ...names: string[]): Node | undefined =>
  node.children.find(one => names.includes(one.name))

export const childrenOf = (node: Node, group: string, ...names: string[]): Node[] =>
  node.children
    .filter(one => one.name === group)
    .flatMap(one => one.children.filter(c => names.includes(c.name)))

/** Trimmed text of a child; undefined where there is no such child. */
export const textOf = (node: Node, name: string): string | undefined => child(node, name)?.text.trim()

/** As `textOf`, one line, not longer than a name may be. */
export const nameOf = (node: Node, name: string, warn: Warn): string | undefined => {
  const text = textOf(node, name)?.replace(/\s+/g, ' ')
  if (text === undefined || text.length <= longestName) return text
  warn(name, `длиннее ${longestName} знаков, обрезано`)
  return text.slice(0, longestName).toWellFormed()
}

/** The id of an object, or null with a warning: without one the row cannot be kept (T5). */
export const idOf = (node: Node, warn: Warn, name = 'Ид'): string | null => {
  const id = realId(textOf(node, name) ?? node.attributes[name] ?? '')
  if (id === null) warn(name, 'не указан: строка пропущена')
  else if (id.length > longestId) warn(name, `длиннее ${longestId} знаков: строка пропущена`)
  return id !== null && id.length > longestId ? null : id
}

/** Names to values as a plain record; a repeated name keeps both values. */
export const record = (pairs: Iterable<readonly [string, string]>): Record<string, string> => {
  const all = new Map<string, string>()
  for (const [name, value] of pairs) {
    const before = all.get(name)
    all.set(name, before === undefined || before === value ? value : `${before}; ${value}`)
  }
  return Object.fromEntries(all)
}
