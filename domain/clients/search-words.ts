import { companyNameKey, plainWords } from './company-name-key.ts'
import { emailKey, innKey, phoneKeys } from './contact-keys.ts'
import { inEnglishLayout, inRussianLayout } from './keyboard-layout.ts'

/** What a record can be found by. */
export interface SearchFields {
  names?: readonly (string | null)[]
  phones?: readonly string[]
  emails?: readonly string[]
  inns?: readonly (string | null)[]
}

/** S-009: the words a record is found by, small and without repeats: names, phones as digits, mails, ИНН. */
export function searchWords({ names = [], phones = [], emails = [], inns = [] }: SearchFields): string[] {
  const given = names.filter(name => name !== null)
  const words = [
    ...given.flatMap(name => plainWords(name).split(' ')),
    ...given.map(companyNameKey),
    ...phones.flatMap(phone => [...phoneKeys(phone), phone.replace(/\D/g, '')]),
    ...emails.map(email => emailKey(email) ?? plainWords(email)),
    ...inns.map(inn => innKey(inn ?? '') ?? ''),
  ]
  return [...new Set(words.filter(Boolean))]
}

/**
 * S-009: what a person typed → alternatives to look for, most likely first; in each, all fragments must be found.
 * Knows half a phone in any form, ё = е and the wrong keyboard layout.
 */
export function searchFragments(query: string): string[][] {
  const text = query.normalize('NFC').trim()
  const ways = [text, inRussianLayout(text), inEnglishLayout(text)].map(fragments)
  const digits = text.replace(/\D/g, '')
  // @NOTE 8 916… is stored as 7916…; without its first digit the number is found in either form
  const phone = digits.replace(/^[78](?=\d{3})/, '')
  if (phone.length >= 3 && /^[\d\s()+.\-–]+$/.test(text)) ways.unshift([phone])
  const known = new Map(ways.filter(way => way.length).map(way => [way.join(' '), way]))
  return [...known.values()]
}

/** Words of a query; a hyphen parts words, but addresses and numbers of documents stay whole. */
const fragments = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s«»„“"',;:()]+|(?<=\p{L})[-–](?=\p{L})/u)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
