import { type Letter, type LetterFlaw, LetterRefused } from './mail.port.ts'

/** Line breaks and other control characters would start a head of their own. */
const control = /\p{Cc}|[\u2028\u2029]/u
/** One plain address: no list, no name, no comment, no space. Cyrillic domains pass. */
const address = /^[^\s<>(),;:"[\]\\@]{1,64}@[^\s<>(),;:"[\]\\@]+\.[^\s<>(),;:"[\]\\@.]{2,}$/u
const longestAddress = 254
const longestSubject = 500

/** @throws LetterRefused naming the part, before anything is sent */
export function checkLetter(letter: Letter): void {
  const flaw = flawOf(letter)
  if (flaw) throw new LetterRefused(flaw)
}

function flawOf({ to, cc = [], subject, attachments = [] }: Letter): LetterFlaw | null {
  if (!isAddress(to)) return 'to'
  if (!cc.every(isAddress)) return 'cc'
  if (subject.trim() === '' || subject.length > longestSubject || control.test(subject)) return 'subject'
  const heads = attachments.flatMap(({ name, contentType }) => [name, contentType])
  return heads.some(head => head === '' || control.test(head)) ? 'attachment' : null
}

const isAddress = (text: string): boolean =>
  text.length <= longestAddress && !control.test(text) && address.test(text)
