import { describe, expect, it } from 'vitest'
import { Fact, fact, factFrom, sentence, titleOf } from './fact.ts'
import { type FactCode, facts } from './facts.ts'
import { statusTitles } from './status-titles.ts'

const codes = Object.keys(facts).filter((code): code is FactCode => code in facts)
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort()

describe('facts', () => {
  it.each(codes)('%s has a known status, an honest fault and the same holes in both languages', code => {
    const { status, fault, ru, en } = facts[code]
    expect(statusTitles[status]).toBeDefined()
    expect(fault).toBe(status === 500 ? 'ours' : status === 503 ? 'world' : 'caller')
    expect(holes(en)).toEqual(holes(ru))
    expect(ru).toMatch(/^[А-ЯЁ].*\.$/)
    expect(en).toMatch(/^[A-Z].*\.$/)
  })

  it('S-010 says whose client it is', () => {
    expect(sentence(fact('ClientExists', { ownerName: 'Мария' }))).toBe('Уже клиент: Мария.')
  })

  it('prints money, dates and lists of facts in words', () => {
    expect(sentence(fact('PaymentExceeds', { leftKopecks: '12200000' }))).toContain('122\u00a0000,00\u00a0₽')
    expect(sentence(fact('OfferExpired', { validUntilOn: '2026-03-02' }))).toContain('02.03.2026')
    const missing = [
      { fact: 'a', title: { ru: 'ИНН', en: 'INN' } },
      { fact: 'b', title: 'товары' },
    ]
    expect(sentence(fact('MissingFacts', { missing }))).toBe('Не хватает: ИНН, товары.')
    expect(sentence(fact('MissingFacts', { missing }), 'en')).toBe('Missing: INN, товары.')
    expect(sentence(fact('MissingFacts'))).toBe('Не хватает: —.')
  })

  it('keeps parameters, which may be names, out of the message that ends in logs', () => {
    expect(String(fact('ClientExists', { ownerName: 'Мария' }))).not.toContain('Мария')
  })

  it('comes back from a process by its code; an unknown code is our own fault', () => {
    expect(factFrom('InvoiceVoid')).toMatchObject({ code: 'InvoiceVoid', status: 409, fault: 'caller' })
    expect(factFrom('toString')).toMatchObject({ code: 'Unexpected', status: 500, fault: 'ours' })
    expect(factFrom(undefined)).toBeInstanceOf(Fact)
    expect(titleOf(fact('InvoiceVoid'), 'en')).toBe('Not possible now')
  })
})
