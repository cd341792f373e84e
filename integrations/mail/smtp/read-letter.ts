import type { ReceivedLetter } from '../mail.exam.ts'

/** One part of a letter: heads by lower-case name, folded lines joined, and the bytes as they came (latin1). */
interface Part {
  heads: Map<string, string>
  body: string
}

/** Reads what a mail program would show, from the bytes of a letter. Knows what our own letters need, no more. */
export function readLetter(raw: Buffer): ReceivedLetter {
  const whole = readPart(raw.toString('latin1'))
  const leaves = leavesOf(whole)
  const text = leaves.find(part => head(part, 'content-type').startsWith('text/plain'))
  return {
    messageId: head(whole, 'message-id'),
    subject: readWords(head(whole, 'subject')),
    text: text ? contentOf(text).toString('utf8').replace(/\r\n/g, '\n').trimEnd() : '',
    attachments: leaves
      .filter(part => head(part, 'content-disposition').startsWith('attachment'))
      .map(part => ({
        name: readFileName(head(part, 'content-disposition')),
        content: new Uint8Array(contentOf(part)),
      })),
  }
}

function readPart(text: string): Part {
  const end = text.indexOf('\r\n\r\n')
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const heads = lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { heads: new Map(heads), body: text.slice(end + 4) }
}

const head = (part: Part, name: string): string => part.heads.get(name) ?? ''

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(head(part, 'content-type'))?.[1]
  if (!boundary) return [part]
  const inner = part.body.split(`--${boundary}`).slice(1, -1)
  return inner.flatMap(text => leavesOf(readPart(text.replace(/^\r\n/, '').replace(/\r\n$/, ''))))
}

function contentOf(part: Part): Buffer {
  const encoding = head(part, 'content-transfer-encoding')
  if (encoding === 'base64') return Buffer.from(part.body, 'base64')
  if (encoding === 'quoted-printable') return fromHex(part.body.replace(/=\r\n/g, ''), '=')
  return Buffer.from(part.body, 'latin1')
}

/** `=D0=9A` or `%D0%9A` → bytes. */
const fromHex = (text: string, mark: string): Buffer =>
  Buffer.from(
    text.replace(new RegExp(`${mark}([0-9A-F]{2})`, 'gi'), (_, byte: string) =>
      String.fromCharCode(Number.parseInt(byte, 16)),
    ),
    'latin1',
  )

/** `=?UTF-8?Q?…?= =?UTF-8?B?…?=` → text (RFC 2047). */
const readWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?utf-8\?[qb]\?[^?]*\?=)+/gi, words =>
      Buffer.concat([...words.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(readWord)).toString('utf8'),
    )

const readWord = ([, encoding = '', text = '']: RegExpExecArray): Buffer =>
  encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromHex(text.replace(/_/g, ' '), '=')

/** `filename*0*=utf-8''…; filename*1*=…` → name (RFC 2231), or a plain `filename="…"`. */
function readFileName(disposition: string): string {
  const pieces = [...disposition.matchAll(/filename\*(\d+)\*?=(?:utf-8'')?([^;]+)/gi)]
  const joined = pieces.map(([, , piece = '']) => piece.trim().replace(/^"|"$/g, '')).join('')
  if (pieces.length > 0) return fromHex(joined, '%').toString('utf8')
  return readWords(/filename="?([^";]*)"?/.exec(disposition)?.[1] ?? '')
}
