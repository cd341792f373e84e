import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyNameKey } from './company-name-key.ts'
import { contactKeys, emailKey, innKey, phoneExtension, phoneKey, phoneKeys } from './contact-keys.ts'
import { inEnglishLayout, inRussianLayout } from './keyboard-layout.ts'
import { searchFragments, searchWords } from './search-words.ts'

describe('S-009 phones in any form', () => {
  it.each([
    '+7 (495) 123-45-67',
    '8 495 123 45 67',
    '84951234567',
    '7-495-123-45-67',
    '(495) 1234567',
    '+7 495 123-45-67 доб. 12',
    '8(495)123-45-67, доб.12',
    '8 10 7 495 123 45 67',
    '007 495 123 45 67',
    'тел.: +7 495 123 45 67 ext 12',
  ])('%s is one phone', text => expect(phoneKey(text)).toBe('74951234567'))

  it('free numbers and other countries keep theirs', () => {
    expect(phoneKey('8 800 555-35-35')).toBe('78005553535')
    expect(phoneKey('+375 29 123-45-67')).toBe('375291234567')
    expect(phoneKey('+49 30 901820')).toBe('4930901820')
    expect(phoneKey('8 10 375 29 123 45 67')).toBe('375291234567')
  })

  it.each(['123-45-67', '', 'нет', '+7', '02', '0'.repeat(11), '1'.repeat(16)])(
    '%j cannot be told whose it is',
    text => expect(phoneKey(text)).toBeNull(),
  )

  it('reads extensions and several numbers of one field', () => {
    expect(phoneExtension('8 495 123-45-67 доб. 102')).toBe('102')
    expect(phoneExtension('8 495 123-45-67')).toBeNull()
    expect(phoneKeys('+7 495 123-45-67 доб. 1; 8 (916) 000-11-22, 8 800 555 35 35')).toEqual([
      ...['74951234567', '79160001122', '78005553535'],
    ])
  })

  it('every spelling of a Russian number has one key', () => {
    const marks = fc.array(fc.constantFrom('', ' ', '-', ' (', ') '), { minLength: 10, maxLength: 10 })
    const number = fc.integer({ min: 300_000_0000, max: 999_999_9999 }).filter(n => !/^[567]/.test(String(n)))
    fc.assert(
      fc.property(number, fc.constantFrom('', '8', '+7', '7'), marks, (n, prefix, signs) => {
        const spelt = [...String(n)].map((digit, at) => `${signs[at] ?? ''}${digit}`).join('')
        expect(phoneKey(prefix + spelt)).toBe(`7${n}`)
      }),
    )
  })
})

describe('mails and ИНН as keys', () => {
  it('are bare and small', () => {
    expect(emailKey(' Иван Петров <Ivan.Petrov@Example.RU> ')).toBe('ivan.petrov@example.ru')
    expect(emailKey('mailto:a@b.ru')).toBe('a@b.ru')
    expect(['a@b', '@b.ru', 'a b@c.ru', 'a@b.ru, c@d.ru', ''].map(emailKey)).toEqual(Array(5).fill(null))
    expect(['7707 083893', '770708389', '0000000000'].map(innKey)).toEqual(['7707083893', null, null])
  })

  it('a client holds each key once', () => {
    const phones = ['8 495 123 45 67', '+7 495 1234567', 'нет']
    expect(contactKeys({ phones, emails: ['A@b.ru', 'a@B.ru'] })).toEqual(['74951234567', 'a@b.ru'])
  })
})

describe('S-010 names of companies', () => {
  it.each([
    'ООО «Ромашка-Опт»',
    'Ромашка Опт, ООО',
    'ооо "РОМАШКА-ОПТ"',
    'Общество с ограниченной ответственностью «Ромашка–Опт»',
    'OOO Ромашка Опт',
  ])('%s is one name', name => expect(companyNameKey(name)).toBe('ромашка опт'))

  it('keeps what is not a legal form', () => {
    expect(companyNameKey('ИП Алёшин И. И.')).toBe('алешин и и')
    expect(companyNameKey('ООО «Аон»')).toBe('аон')
    expect(companyNameKey('АО')).toBe('ао')
    expect(companyNameKey('')).toBe('')
  })

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const key = companyNameKey(name)
        expect(companyNameKey(key)).toBe(key)
      }),
    )
  })
})

describe('S-009 search', () => {
  it('the wrong keyboard layout is understood both ways', () => {
    expect(inRussianLayout('hjvfirf')).toBe('ромашка')
    expect(inEnglishLayout('щдп')).toBe('olg')
    fc.assert(fc.property(fc.string(), text => inEnglishLayout(inRussianLayout(text)) === text))
  })

  it('half a phone in any form is looked for by its digits', () => {
    expect(searchFragments('8 916 000')[0]).toEqual(['916000'])
    expect(searchFragments('(495) 123-4')[0]).toEqual(['4951234'])
    expect(searchFragments('7707083893').flat()).toContain('7707083893')
  })

  it('words, addresses and numbers of documents stay whole', () => {
    expect(searchFragments('ООО «Ёлка»')[0]).toEqual(['ооо', 'елка'])
    expect(searchFragments('ivan@example.ru')[0]).toEqual(['ivan@example.ru'])
    expect(searchFragments('С-00117')[0]).toEqual(['с-00117'])
    expect(searchFragments('hjvfirf')).toContainEqual(['ромашка'])
    expect(searchFragments('  ')).toEqual([])
  })

  it('whatever fragment is typed finds the record', () => {
    const words = searchWords({
      names: ['ООО «Ромашка-Опт»', 'Пётр Ёлкин', null],
      phones: ['8 (916) 000-11-22'],
      emails: ['Zakaz@Romashka.RU'],
      inns: ['7707083893', null],
    }).join(' ')
    for (const typed of [
      'ромаш',
      'Елкин',
      'Ёлкин',
      'hjvfirf',
      '+7 916 000',
      '00-11',
      'zakaz@',
      '770708',
      'Ромашка-Опт',
    ])
      expect(
        searchFragments(typed).some(way => way.every(fragment => words.includes(fragment))),
        typed,
      ).toBe(true)
  })
})
