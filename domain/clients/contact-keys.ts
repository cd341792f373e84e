/**
 * A phone in the form phones are compared in: digits with the country, no extension ('74951234567'); null when it
 * cannot be told whose it is (seven digits without a city, nonsense). 8 and ten bare digits are Russia.
 */
export function phoneKey(text: string): string | null {
  const main = text.split(extension)[0] ?? ''
  const international = /^\s*(\+|00)/.test(main) || /^\D*8\D*10(?=\D*\d)/.test(main)
  const digits = main.replace(/\D/g, '')
  if (international && digits.length > 11 && /^(810|00)/.test(digits))
    return long(digits.replace(/^(810|00)/, ''))
  if (/^\s*\+/.test(main))
    return long(digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits)
  if (digits.length === 11 && /^[78]/.test(digits)) return `7${digits.slice(1)}`
  if (digits.length === 10 && /^[3489]/.test(digits)) return `7${digits}`
  return digits.length > 11 ? long(digits) : null
}

/** The extension after the number ('доб. 12' → '12'), or null. */
export const phoneExtension = (text: string): string | null =>
  extension.exec(text)?.[0].replace(/\D/g, '') || null

/** All phones of a field such as '+7 495 123-45-67; 8 (916) 000-11-22'. */
export const phoneKeys = (text: string): string[] =>
  known(text.split(/[;\n/]|,(?=(?:\D*\d){10})/).map(phoneKey))

/** A mail address in the form addresses are compared in: bare, in small letters; null when it is none. */
export function emailKey(text: string): string | null {
  const bare = (/<([^<>]*)>/.exec(text)?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return bare.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(bare) ? bare : null
}

/** An ИНН to compare by: digits of the right length (the check digit is not asked), or null. */
export function innKey(text: string): string | null {
  const digits = text.replace(/[\s\u00a0-]/gu, '')
  return /^(\d{10}|\d{12})$/.test(digits) && !/^0+$/.test(digits) ? digits : null
}

/** The comparable forms of phones and mails, without repeats: what `contactKeys` of a client holds. */
export const contactKeys = (contact: { phones: readonly string[]; emails: readonly string[] }): string[] => [
  ...new Set([...contact.phones.flatMap(phoneKeys), ...known(contact.emails.map(emailKey))]),
]

const extension = /(?:,|;)?\s*(?:доб(?:авочный)?\.?|вн(?:утр)?\.?|ext\.?|x|х|#)\s*:?\s*\d{1,6}\s*$/iu

const long = (digits: string): string | null =>
  digits.length >= 10 && digits.length <= 15 && !/^0/.test(digits) ? digits : null

const known = (keys: readonly (string | null)[]): string[] => keys.filter(key => key !== null)
