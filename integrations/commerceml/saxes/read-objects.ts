import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { longestText, xmlCleaner } from './clean-xml.ts'

/** An element of an object, whole in memory: names are local, `text` is its own text without its children's. */
export interface Node {
  name: string
  attributes: Record<string, string>
  text: string
  children: Node[]
  line: number
}

export type ReadEvent =
  | { is: 'open'; path: readonly string[]; name: string; attributes: Record<string, string> }
  | { is: 'close'; name: string }
  | { is: 'object'; node: Node }
  /** An object beyond the caps: only where it began and its name are kept. */
  | { is: 'oversize'; name: string; line: number }
  | { is: 'mended'; line: number; sentence: string }

const deepest = 64
const mostNodes = 300_000
const mostText = 32 * longestText

/**
 * Text → objects. `isObject` says which elements are collected whole; the others are only opened and closed.
 * Memory holds one object. @throws what `refuse(line, sentence)` throws, where the text is no XML.
 */
export async function* readObjects(
  text: AsyncIterable<string>,
  isObject: (path: readonly string[], name: string) => boolean,
  refuse: (line: number, sentence: string) => never,
): AsyncGenerator<ReadEvent> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const cleaner = xmlCleaner(sentence => refuse(parser.line, sentence))
  const path: string[] = []
  let events: ReadEvent[] = []
  let open: Node[] = []
  let nodes = 0
  let size = 0
  let oversize = false

  parser.on('error', error => refuse(parser.line, `файл перестаёт быть XML (${plainWords(error.message)})`))
  parser.on('opentagstart', () => {
    if (path.length >= deepest) refuse(parser.line, `вложенность больше ${deepest} уровней`)
  })
  parser.on('opentag', tag => {
    const name = localName(tag.name)
    const line = parser.line
    if (open.length > 0 || isObject(path, name)) {
      const node: Node = { name, attributes: localAttributes(tag.attributes), text: '', children: [], line }
      if (open.length === 0) [nodes, size, oversize] = [0, 0, false]
      if (++nodes > mostNodes) oversize = true
      if (!oversize) open.at(-1)?.children.push(node)
      open.push(node)
    } else events.push({ is: 'open', path: [...path], name, attributes: localAttributes(tag.attributes) })
    path.push(name)
  })
  const onText = (part: string) => {
    const node = open.at(-1)
    if (!node || oversize) return
    size += part.length
    if (node.text.length + part.length > longestText || size > mostText) oversize = true
    else node.text += part
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', tag => {
    path.pop()
    const node = open.pop()
    if (!node) events.push({ is: 'close', name: localName(tag.name) })
    else if (open.length === 0) {
      events.push(oversize ? { is: 'oversize', name: node.name, line: node.line } : { is: 'object', node })
      open = []
    }
  })

  let begun = false
  const feed = (piece: string, last: boolean) => {
    const clean = cleaner.clean(piece, last)
    const from = begun ? clean : clean.replace(/^[\s\ufeff]+/, white => white.replace(/[^\n]/g, ''))
    begun ||= from.trim() !== ''
    parser.write(from)
    if (last) parser.close()
  }
  const drained = () => {
    const full = events
    events = []
    return full
  }
  try {
    for await (const piece of text) {
      feed(piece.toWellFormed(), false)
      yield* drained()
    }
    feed('', true)
  } catch (error) {
    yield* drained()
    throw error
  }
  yield* drained()
  const { controls, ampersands } = cleaner.mended
  if (controls > 0) yield { is: 'mended', line: 0, sentence: `убраны знаки, недопустимые в XML: ${controls}` }
  if (ampersands > 0)
    yield { is: 'mended', line: 0, sentence: `исправлены знаки «&» без записи «&amp;»: ${ampersands}` }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const localAttributes = (
  attributes: Record<string, string | SaxesAttributePlain>,
): Record<string, string> => {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'string' && !name.startsWith('xmlns')) own[localName(name)] = value
  return own
}

/** The parser's complaint without its position, which we tell ourselves. */
const plainWords = (message: string): string =>
  message
    .replace(/^\S*?\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 120)
