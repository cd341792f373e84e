/** What is wrong with a requisite: a stable code, with words in `requisiteProblems`. */
export type RequisiteProblem = keyof typeof requisiteProblems

export const requisiteProblems = {
  empty: { ru: 'не заполнен', en: 'it is empty' },
  not_digits: { ru: 'должны быть только цифры', en: 'it must be digits only' },
  wrong_length: { ru: 'неверное число знаков', en: 'it has a wrong length' },
  wrong_form: { ru: 'неверный вид', en: 'it has a wrong form' },
  all_zeros: { ru: 'одни нули', en: 'it is all zeros' },
  wrong_region: { ru: 'такого региона нет', en: 'there is no such region' },
  wrong_check_digit: { ru: 'контрольная цифра не сходится', en: 'the check digit is wrong' },
  not_russian: { ru: 'БИК российского банка начинается с 04', en: 'a Russian BIK begins with 04' },
} as const

/** Sound, with the value as it is stored (text, leading zeros kept), or the problem. */
export type Checked = { ok: true; value: string } | { ok: false; problem: RequisiteProblem }

const sound = (value: string): Checked => ({ ok: true, value })
const wrong = (problem: RequisiteProblem): Checked => ({ ok: false, problem })

/** ИНН: 10 digits of an organisation or 12 of a person (specs/documents-ru §2.1). */
export function checkInn(text: string): Checked {
  const inn = bare(text)
  const shape = digitsOf(inn, [10, 12])
  if (shape) return wrong(shape)
  if (inn.startsWith('00')) return wrong('wrong_region')
  const holds = (weights: readonly number[]) =>
    (weighed(inn, weights) % 11) % 10 === Number(inn[weights.length])
  const right =
    inn.length === 10
      ? holds(innWeights.organisation)
      : holds(innWeights.person11) && holds(innWeights.person12)
  return right ? sound(inn) : wrong('wrong_check_digit')
}

/** КПП: 9 characters, no check digit; an entrepreneur has none (§2.2). */
export function checkKpp(text: string): Checked {
  const kpp = bare(text).toUpperCase()
  if (!kpp) return wrong('empty')
  if (kpp.length !== 9) return wrong('wrong_length')
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) ? sound(kpp) : wrong('wrong_form')
}

/** ОГРН (13 digits) or ОГРНИП (15) (§2.3). */
export function checkOgrn(text: string): Checked {
  const ogrn = bare(text)
  const shape = digitsOf(ogrn, [13, 15])
  if (shape) return wrong(shape)
  const divisor = ogrn.length === 13 ? 11n : 13n
  const key = (BigInt(ogrn.slice(0, -1)) % divisor) % 10n
  return key === BigInt(ogrn.slice(-1)) ? sound(ogrn) : wrong('wrong_check_digit')
}

/** БИК: 9 digits, no check digit (§2.4). */
export function checkBik(text: string): Checked {
  const bik = bare(text)
  const shape = digitsOf(bik, [9])
  if (shape) return wrong(shape)
  // @NOTE bodies of the Treasury have had 00–02 since 2021
  return /^0[0-24]/.test(bik) ? sound(bik) : wrong('not_russian')
}

/** Spaces and dashes that people put between groups. */
export const bare = (text: string): string => text.replace(/[\s\u00a0\u202f–—-]/gu, '')

/** The problem of a text that must be digits of one of the lengths, or null. */
export function digitsOf(text: string, lengths: readonly number[]): RequisiteProblem | null {
  if (!text) return 'empty'
  if (!/^\d+$/.test(text)) return 'not_digits'
  if (!lengths.includes(text.length)) return 'wrong_length'
  return /^0+$/.test(text) ? 'all_zeros' : null
}

const innWeights = {
  organisation: [2, 4, 10, 3, 5, 9, 4, 6, 8],
  person11: [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  person12: [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
} as const

const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
