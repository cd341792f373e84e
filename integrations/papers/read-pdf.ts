import { inflateSync } from 'node:zlib'

/** Reads back what our browser printed: enough of PDF for papers to be tested by what stands on them. */

export interface ReadPdf {
  /** Text of each page, a line per printed line, in the order from top to bottom. */
  pages: string[]
  /** Names of all embedded fonts, e.g. `AAAAAA+GolosText-Regular`. */
  fonts: string[]
  /** Drawing commands of each page, for what is not text. */
  drawings: string[]
}

export function readPdf(pdf: Uint8Array): ReadPdf {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = readObjects(text)
  const at = (id: string | undefined): string => objects.get(id ?? '') ?? ''
  const maps = new Map<string, Map<string, string>>()
  for (const [id, body] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1]
    if (unicode) maps.set(id, readUnicodeMap(streamOf(at(unicode))))
  }
  const drawings: string[] = []
  const pages: string[] = []
  for (const body of objects.values()) {
    if (!/\/Type \/Page\n/.test(body)) continue
    const drawing = streamOf(at(/\/Contents (\d+) 0 R/.exec(body)?.[1]))
    const fonts = new Map([...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(m => [m[1] ?? '', m[2] ?? '']))
    drawings.push(drawing)
    pages.push(readText(drawing, name => maps.get(fonts.get(name) ?? '') ?? new Map()))
  }
  const fonts = [...text.matchAll(/\/BaseFont \/(\S+)/g)].map(m => m[1] ?? '')
  return { pages, fonts: [...new Set(fonts)], drawings }
}

/** Objects by their number, found by the table of offsets: a stream's bytes may look like anything. */
function readObjects(text: string): Map<string, string> {
  const table = text.slice(Number(/startxref\s+(\d+)/.exec(text)?.[1] ?? 0))
  const offsets = [...table.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(m => (m[2] === 'n' ? Number(m[1]) : -1))
  const ends = [...offsets, text.length - table.length].sort((a, b) => a - b)
  const endOf = (offset: number): number => ends.find(end => end > offset) ?? text.length
  return new Map(
    offsets.flatMap((offset, id) => (offset < 0 ? [] : [[String(id), text.slice(offset, endOf(offset))]])),
  )
}

/** Contents of a compressed stream object. */
function streamOf(body: string): string {
  const start = body.indexOf('stream\n')
  const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0)
  if (start < 0 || length === 0) return ''
  const bytes = body.slice(start + 'stream\n'.length).slice(0, length)
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
}

const hex = (text: string): number => Number.parseInt(text, 16)
const character = (code: string): string =>
  String.fromCharCode(...(code.match(/.{4}/g) ?? []).map(unit => hex(unit)))

/** Glyph number in hex → the text it stands for. */
function readUnicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>()
  for (const [block] of cmap.matchAll(/beginbfchar.*?endbfchar/gs)) {
    for (const [, glyph = '', code = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      map.set(glyph, character(code))
  }
  for (const [block] of cmap.matchAll(/beginbfrange.*?endbfrange/gs)) {
    for (const [, from = '', to = '', code = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let i = 0; i <= hex(to) - hex(from); i++) {
        const glyph = (hex(from) + i).toString(16).toUpperCase().padStart(4, '0')
        map.set(glyph, String.fromCharCode(hex(code) + i))
      }
    }
  }
  return map
}

/** Runs of text by their height on the page; runs of one height are one line. */
function readText(drawing: string, fontOf: (name: string) => Map<string, string>): string {
  const lines = new Map<number, string>()
  for (const [block] of drawing.matchAll(/BT\n.*?ET/gs)) {
    const glyphs = fontOf(/\/(F\d+) /.exec(block)?.[1] ?? '')
    const height = Math.round(Number(/ (\S+) Tm/.exec(block)?.[1] ?? 0))
    const text = [...block.matchAll(/<(\w+)> Tj/g)]
      .flatMap(([, run = '']) => run.match(/.{4}/g) ?? [])
      .map(glyph => glyphs.get(glyph) ?? '\ufffd')
      .join('')
    lines.set(height, `${lines.get(height) ?? ''}${text}`)
  }
  const sorted = [...lines].sort(([a], [b]) => a - b)
  return sorted.map(([, line]) => line.replaceAll('\u00a0', ' ')).join('\n')
}
