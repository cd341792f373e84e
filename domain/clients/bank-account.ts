import { bare, type RequisiteProblem } from './requisites.ts'

/** Sound; `unchecked` when the key's algorithm is not known (accounts of the Treasury): warn only. */
export type CheckedAccount =
  | { ok: true; value: string; unchecked: boolean }
  | { ok: false; problem: RequisiteProblem }

/** The settlement account of a client of the bank (specs/documents-ru §2.5, rule № 515 of the Bank of Russia). */
export const checkAccount = (account: string, bik: string): CheckedAccount =>
  checked(account, isCentralOffice(bik) ? ownPrefix(bik) : bik.slice(-3))

/** The bank's correspondent account with the Bank of Russia. */
export const checkCorrespondentAccount = (account: string, bik: string): CheckedAccount =>
  checked(account, ownPrefix(bik))

/** The key digit that belongs at place 9 of a settlement account; for making sample data. */
export function accountKey(account: string, bik: string): number {
  const zeroed = `${account.slice(0, 8)}0${account.slice(9)}`
  return (keySum(`${isCentralOffice(bik) ? ownPrefix(bik) : bik.slice(-3)}${digitLetters(zeroed)}`) * 3) % 10
}

function checked(text: string, prefix: string): CheckedAccount {
  const account = bare(text).toUpperCase()
  if (!account) return { ok: false, problem: 'empty' }
  if (account.length !== 20) return { ok: false, problem: 'wrong_length' }
  if (!/^\d{5}[\dABCEHKMPTX]\d{14}$/.test(account)) return { ok: false, problem: 'wrong_form' }
  if (/^0+$/.test(account)) return { ok: false, problem: 'all_zeros' }
  if (/^(03|40102)/.test(account)) return { ok: true, value: account, unchecked: true }
  if (!/^\d{3}$/.test(prefix) || keySum(prefix + digitLetters(account)) % 10 !== 0)
    return { ok: false, problem: 'wrong_check_digit' }
  return { ok: true, value: account, unchecked: false }
}

/** Offices of the Bank of Russia have 000–002 as the bank's number. */
const isCentralOffice = (bik: string): boolean => /00[0-2]$/.test(bik)

const ownPrefix = (bik: string): string => `0${bik.slice(4, 6)}`

/** The sixth character may be a letter that stands for a digit. */
const digitLetters = (account: string): string => {
  const at = 'ABCEHKMPTX'.indexOf(account.charAt(5))
  return at < 0 ? account : `${account.slice(0, 5)}${at}${account.slice(6)}`
}

const keySum = (digits: string): number =>
  [...digits].reduce((sum, digit, at) => sum + ((Number(digit) * ([7, 1, 3][at % 3] ?? 0)) % 10), 0)
