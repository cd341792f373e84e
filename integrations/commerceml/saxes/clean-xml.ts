/** One node's text and one tag may be this long, in UTF-16 units (CML-50). */
export const longestText = 1_048_576

type State = 'text' | 'tag' | 'cdata' | 'comment' | 'instruction'

/* biome's rule against control characters in patterns is met by building them from codes. */
const illegal = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff'
const marks: Record<State, RegExp> = {
  text: new RegExp(`[<&${illegal}]`, 'g'),
  tag: new RegExp(`["'>&<${illegal}]`, 'g'),
  cdata: new RegExp(`\\]\\]>|[${illegal}]`, 'g'),
  comment: /-->/g,
  instruction: /\?>/g,
}
const reference = /^&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/
const endOf = { cdata: ']]>', comment: '-->', instruction: '?>' } as const

/** What the cleaner met and mended; the numbers are counts. */
export interface Mended {
  controls: number
  ampersands: number
}

/**
 * Makes the text of a file into XML that a strict parser takes: drops signs that XML forbids and references to
 * them, rewrites a lone `&`, leaves out comments and instructions (keeping their line ends), cuts endless texts.
 * Works by pieces of any size. `refuse` is told of a DOCTYPE and of an endless tag, and must throw.
 */
export const xmlCleaner = (refuse: (sentence: string) => never) => {
  const mended: Mended = { controls: 0, ampersands: 0 }
  let state: State = 'text'
  let quote = ''
  let carry = ''
  let length = 0

  /** How many signs from `at` make one token, or 0 when the piece ends inside it. */
  const open = (text: string, at: number, last: boolean): { state: State; take: number } => {
    const begin = text.slice(at, at + 9)
    if (begin.startsWith('<!--')) return { state: 'comment', take: 4 }
    if (begin === '<![CDATA[') return { state: 'cdata', take: 9 }
    if (begin.startsWith('<?')) return { state: 'instruction', take: 2 }
    if (begin.startsWith('<!')) {
      const partial = begin.length < 9 && ('<![CDATA['.startsWith(begin) || '<!--'.startsWith(begin))
      if (partial && !last) return { state, take: 0 }
      return refuse('в файле есть объявление «<!», например DOCTYPE: такие файлы не принимаются')
    }
    return begin.length < 2 && !last ? { state, take: 0 } : { state: 'tag', take: 1 }
  }

  const ampersand = (text: string, at: number, last: boolean): { put: string; take: number } => {
    const match = reference.exec(text.slice(at, at + 12))
    if (!match) {
      if (!last && text.length - at < 12 && /^&[#\w]*$/.test(text.slice(at))) return { put: '', take: 0 }
      mended.ampersands++
      return { put: '&amp;', take: 1 }
    }
    const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined
    if (code === undefined || isXmlSign(code)) return { put: match[0], take: match[0].length }
    mended.controls++
    return { put: '', take: match[0].length }
  }

  const clean = (piece: string, last: boolean): string => {
    const text = carry + piece
    let out = ''
    let at = 0
    carry = ''
    const put = (part: string) => {
      if (state === 'comment' || state === 'instruction') out += part.replace(/[^\n]+/g, '')
      else if (state === 'tag') {
        length += part.length
        if (length > longestText) refuse('тег длиннее 1 МиБ')
        out += part
      } else {
        // One sign more than allowed goes through, so that the reader of rows sees that there was too much.
        const room = Math.max(0, longestText + 1 - length)
        length += part.length
        out += part.length > room ? part.slice(0, room) + part.slice(room).replace(/[^\n]+/g, '') : part
      }
    }
    while (at < text.length) {
      const mark = marks[state]
      mark.lastIndex = at
      const found = mark.exec(text)
      const until = found ? found.index : text.length
      // The end of a section may be cut in two: keep what could be its beginning for the next piece.
      const kept = !found && !last && state in endOf ? Math.max(at, text.length - 2) : until
      put(text.slice(at, kept))
      if (!found) {
        carry = text.slice(kept)
        break
      }
      const sign = found[0]
      at = found.index
      if (sign === '&') {
        const { put: instead, take } = ampersand(text, at, last)
        if (take === 0) {
          carry = text.slice(at)
          break
        }
        put(instead)
        at += take
      } else if (sign === '<' && state === 'text') {
        const next = open(text, at, last)
        if (next.take === 0) {
          carry = text.slice(at)
          break
        }
        state = next.state
        length = 0
        if (state === 'tag' || state === 'cdata') out += text.slice(at, at + next.take)
        at += next.take
      } else if (sign === '<') {
        put(sign)
        at++
      } else if (sign === '"' || sign === "'") {
        quote = quote === '' ? sign : quote === sign ? '' : quote
        put(sign)
        at++
      } else if (sign === '>') {
        put(sign)
        at++
        if (quote === '') {
          state = 'text'
          length = 0
        }
      } else if (sign.length > 1) {
        if (state === 'cdata') out += sign
        at += sign.length
        state = 'text'
        length = 0
      } else {
        mended.controls++
        at++
      }
    }
    return out
  }
  return { clean, mended }
}

const isXmlSign = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
