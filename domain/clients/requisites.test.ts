import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKey, checkAccount, checkCorrespondentAccount } from './bank-account.ts'
import { checkBik, checkInn, checkKpp, checkOgrn } from './requisites.ts'

const problem = (checked: { ok: true } | { ok: false; problem: string }) =>
  checked.ok ? null : checked.problem
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map(list => list.join(''))

describe('DR-10 ИНН', () => {
  it.each(['7707083893', '7702070139', '500100732259', '5000000000', ' 7707 083 893 '])('%s is sound', inn =>
    expect(checkInn(inn)).toEqual({ ok: true, value: inn.replaceAll(' ', '') }),
  )

  it.each([
    ['', 'empty'],
    ['77070838', 'wrong_length'],
    ['7707083894', 'wrong_check_digit'],
    ['500100732258', 'wrong_check_digit'],
    ['500100732269', 'wrong_check_digit'],
    ['0000000000', 'all_zeros'],
    ['0012345678', 'wrong_region'],
    ['77O7083893', 'not_digits'],
  ])('%j is not: %s', (inn, why) => expect(problem(checkInn(inn))).toBe(why))

  it('any one digit struck wrong is noticed, but for the rare residue 10', () => {
    const wrong = [...'7707083893'].flatMap((right, at) =>
      [...'0123456789']
        .filter(digit => digit !== right)
        .map(digit => `${'7707083893'.slice(0, at)}${digit}${'7707083893'.slice(at + 1)}`),
    )
    expect(wrong.filter(inn => checkInn(inn).ok)).toHaveLength(0)
  })
})

describe('DR-10 ОГРН, КПП, БИК', () => {
  it('the examples of the specification are sound', () => {
    expect([checkOgrn('1027700132195'), checkOgrn('304500116000157')].map(problem)).toEqual([null, null])
    expect([checkKpp('770701001'), checkKpp('7707ab001')].map(problem)).toEqual([null, null])
    expect([checkBik('044525225'), checkBik('049805000')].map(problem)).toEqual([null, null])
  })

  it('others are named by what is wrong', () => {
    expect(
      ['1027700132196', '304500116000158', '102770013219', ''].map(text => problem(checkOgrn(text))),
    ).toEqual([...['wrong_check_digit', 'wrong_check_digit', 'wrong_length', 'empty']])
    expect(['77070100', '77070Ю001', ''].map(text => problem(checkKpp(text)))).toEqual([
      ...['wrong_length', 'wrong_form', 'empty'],
    ])
    expect(['144525225', '000000000', '04452522'].map(text => problem(checkBik(text)))).toEqual([
      ...['not_russian', 'all_zeros', 'wrong_length'],
    ])
  })
})

describe('DR-10 accounts and their key', () => {
  it.each([
    ['40702810138250123017', '044525225'],
    ['40702810200000000001', '044525225'],
    ['40602810700000000025', '049805746'],
  ])('%s at %s holds', (account, bik) => {
    expect(checkAccount(account, bik)).toEqual({ ok: true, value: account, unchecked: false })
    expect(accountKey(account, bik)).toBe(Number(account[8]))
  })

  it.each([
    ['30101810400000000225', '044525225'],
    ['30101810800000000746', '049805000'],
  ])('the correspondent account %s at %s holds', (account, bik) =>
    expect(problem(checkCorrespondentAccount(account, bik))).toBeNull(),
  )

  it('an account of another bank or with a struck digit does not', () => {
    expect(problem(checkAccount('40702810138250123017', '044525226'))).toBe('wrong_check_digit')
    expect(problem(checkAccount('40702810138250123018', '044525225'))).toBe('wrong_check_digit')
    expect(problem(checkAccount('4070281013825012301', '044525225'))).toBe('wrong_length')
    expect(problem(checkAccount('40702Я10138250123017', '044525225'))).toBe('wrong_form')
    expect(problem(checkAccount('', '044525225'))).toBe('empty')
    expect(problem(checkAccount('40702810138250123017', ''))).toBe('wrong_check_digit')
  })

  it('an account in an office of the Bank of Russia has the prefix of its correspondent accounts', () => {
    fc.assert(
      fc.property(digits(17), fc.constantFrom('000', '001', '002'), (rest, office) => {
        const [account, bik] = [`407${rest}`, `044525${office}`]
        expect(checkAccount(account, bik)).toEqual(checkCorrespondentAccount(account, bik))
      }),
    )
  })

  it('an account of the Treasury is taken with a warning', () => {
    expect(checkAccount('03100643000000017300', '004525988')).toMatchObject({ ok: true, unchecked: true })
  })

  it('the computed key makes any account sound, and only that key', () => {
    fc.assert(
      fc.property(digits(17), digits(3), fc.integer({ min: 0, max: 9 }), (rest, bank, other) => {
        const [bik, zeroed] = [`044525${bank}`, `407${rest.slice(0, 5)}0${rest.slice(5, 16)}`]
        const key = accountKey(zeroed, bik)
        const withKey = (digit: number) => `${zeroed.slice(0, 8)}${digit}${zeroed.slice(9)}`
        expect(checkAccount(withKey(key), bik).ok).toBe(true)
        expect(checkAccount(withKey(other), bik).ok).toBe(other === key)
      }),
    )
  })
})
