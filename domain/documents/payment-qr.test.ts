import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaymentOrder, paymentPurpose, paymentQr } from './payment-qr.ts'

const order: PaymentOrder = {
  name: 'ООО «Пример-Торг»',
  account: '40702810138250123017',
  bankName: 'ПАО СБЕРБАНК',
  bic: '044525225',
  correspondentAccount: '30101810400000000225',
  inn: '7707083893',
  kpp: '770701001',
  sumKopecks: 12_200_000n,
  purpose: 'Оплата по счету № 117 от 02.03.2026, в т.ч. НДС 22% - 22000.00',
}
const read = (qr: string) =>
  new Map(
    qr
      .split('|')
      .slice(1)
      .map(pair => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)]),
  )

describe('DR-21 the payment QR', () => {
  it('is the example of the specification to the character', () => {
    const qr = paymentQr(order)
    expect(qr).toBe(
      'ST00012|Name=ООО «Пример-Торг»|PersonalAcc=40702810138250123017|BankName=ПАО СБЕРБАНК|BIC=044525225|CorrespAcc=30101810400000000225|PayeeINN=7707083893|KPP=770701001|Sum=12200000|Purpose=Оплата по счету № 117 от 02.03.2026, в т.ч. НДС 22% - 22000.00',
    )
    expect([...qr]).toHaveLength(249)
    expect(new TextEncoder().encode(qr)).toHaveLength(298)
  })

  it('leaves the sum out when it is open, and the КПП of an entrepreneur', () => {
    for (const sumKopecks of [null, 0n, -5n, 10n ** 18n])
      expect(read(paymentQr({ ...order, sumKopecks })).has('Sum')).toBe(false)
    expect(read(paymentQr({ ...order, kpp: null })).has('KPP')).toBe(false)
    expect(read(paymentQr({ ...order, correspondentAccount: null })).get('CorrespAcc')).toBe('0')
  })

  it('a name can neither break the string nor smuggle a second sum', () => {
    const name = 'ООО «А»|Sum=1\nPurpose=x'
    const pairs = read(paymentQr({ ...order, name }))
    expect(pairs.get('Sum')).toBe('12200000')
    expect(pairs.get('Name')).toBe('ООО «А» Sum=1 Purpose=x')
  })

  it('keeps the mandatory keys first, in order, and every value within its length', () => {
    const longest: Record<string, number> = { Name: 160, BankName: 45, Purpose: 210 }
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }).map(tail => `Я${tail}`)
    fc.assert(
      fc.property(text, text, text, (name, bankName, purpose) => {
        const pairs = read(paymentQr({ ...order, name, bankName, purpose }))
        expect([...pairs.keys()]).toEqual([
          ...['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc', 'PayeeINN', 'KPP', 'Sum', 'Purpose'],
        ])
        for (const [key, max] of Object.entries(longest))
          expect([...(pairs.get(key) ?? '')].length).toBeLessThanOrEqual(max)
      }),
    )
  })

  it('cuts a long value to the length of its key, by whole characters', () => {
    const long = '🧹'.repeat(300)
    const pairs = read(paymentQr({ ...order, name: long, bankName: long, purpose: long }))
    expect(['Name', 'BankName', 'Purpose'].map(key => [...(pairs.get(key) ?? '')].length)).toEqual([
      160, 45, 210,
    ])
    expect(pairs.get('BankName')).toBe('🧹'.repeat(45))
  })

  it('says what is paid for, rate by rate', () => {
    const paper = { number: '117', issuedOn: '2026-03-02' }
    const byRate = [{ rate: 'VAT22', vatKopecks: 2_200_000n }] as const
    expect(paymentPurpose({ ...paper, byRate })).toBe(order.purpose)
    expect(paymentPurpose({ ...paper, byRate: [...byRate, { rate: 'VAT10', vatKopecks: 5n }] })).toContain(
      'НДС 22% - 22000.00, НДС 10% - 0.05',
    )
    expect(paymentPurpose({ ...paper, byRate: [{ rate: 'NONE', vatKopecks: 0n }] })).toContain(', без НДС')
  })
})
