import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber } from '../shared/civil-date.ts'
import { parseKopecks } from '../shared/kopecks.ts'
import { paperTotals } from './line-totals.ts'
import * as vat from './vat.ts'

const k = (text: string) => parseKopecks(text) ?? -1n
const rate = fc.constantFrom(...vat.vatRateKeys)
const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })

describe('DR-00 VAT inside and on top, the vectors of the specification', () => {
  it.each([
    ['122 000,00', 'VAT22', '22 000,00', '100 000,00'],
    ['100,00', 'VAT22', '18,03', '81,97'],
    ['1 000,00', 'VAT22', '180,33', '819,67'],
    ['999,99', 'VAT22', '180,33', '819,66'],
    ['33,33', 'VAT22', '6,01', '27,32'],
    ['120 000,00', 'VAT20', '20 000,00', '100 000,00'],
    ['105,00', 'VAT5', '5,00', '100,00'],
    ['107,00', 'VAT7', '7,00', '100,00'],
    ['110,00', 'VAT10', '10,00', '100,00'],
    ['122,00', '22/122', '22,00', '100,00'],
    ['100,00', 'VAT0', '0,00', '100,00'],
    ['100,00', 'NONE', '0,00', '100,00'],
  ] as const)('%s with %s inside holds %s', (gross, key, tax, net) => {
    expect(vat.vatInside(k(gross), key)).toEqual({
      grossKopecks: k(gross),
      vatKopecks: k(tax),
      netKopecks: k(net),
    })
  })

  it('33.33 with 22 % on top is 40.66', () => {
    const expected = { netKopecks: 3333n, vatKopecks: 733n, grossKopecks: 4066n }
    expect(vat.vatOnTop(3333n, 'VAT22')).toEqual(expected)
  })

  it.each([
    ['three lines of 33.33', [3333n, 3333n, 3333n], 1803n, 8196n],
    ['one line of 99.99', [9999n], 1803n, 8196n],
    ['three lines of 10.01', [1001n, 1001n, 1001n], 543n, 2460n],
    ['one line of 30.03', [3003n], 542n, 2461n],
  ])('%s', (_, prices, vatKopecks, netKopecks) => {
    const lines = prices.map(priceKopecks => ({
      ...{ priceKopecks, quantity: '1', discountPercent: '0', vatRate: 'VAT22' as const },
    }))
    expect(paperTotals(lines).totals).toMatchObject({ vatKopecks, netKopecks })
  })

  it('F8 net and VAT make the gross, debts mirror credits, and half a kopeck is the worst error', () => {
    fc.assert(
      fc.property(amount, rate, (sum, key) => {
        for (const apart of [vat.vatInside, vat.vatOnTop]) {
          const { netKopecks, vatKopecks, grossKopecks } = apart(sum, key)
          expect(netKopecks + vatKopecks).toBe(grossKopecks)
          const mirrored = apart(-sum, key)
          expect(mirrored.vatKopecks).toBe(-vatKopecks)
          const percent = BigInt(vat.findVatRate(key)?.percent ?? 0)
          const off =
            apart === vat.vatInside
              ? vatKopecks * (100n + percent) - sum * percent
              : vatKopecks * 100n - sum * percent
          const whole = apart === vat.vatInside ? 100n + percent : 100n
          expect(2n * (off < 0n ? -off : off) <= whole).toBe(true)
        }
      }),
    )
  })
})

describe('rates by date', () => {
  it('DR-01 the general rate follows the date of shipment', () => {
    expect(vat.rateOnShipment('VAT20', '2026-01-01')).toBe('VAT22')
    expect(vat.rateOnShipment('VAT22', '2025-12-31')).toBe('VAT20')
    expect(vat.rateOnShipment('VAT18', '2018-12-31')).toBe('VAT18')
    expect(vat.rateOnShipment('VAT10', '2026-01-01')).toBe('VAT10')
    expect(vat.rateOnShipment('20/120', '2026-01-01')).toBe('20/120')
  })

  it('DR-01 a paper of December with a shipment in January warns', () => {
    expect(vat.crossesRateChange('VAT20', '2025-12-20', '2026-01-15')).toBe(true)
    expect(vat.crossesRateChange('VAT10', '2025-12-20', '2026-01-15')).toBe(false)
    expect(vat.crossesRateChange('VAT22', '2026-02-01', '2026-03-01')).toBe(false)
  })

  it('DR-00 on any day since 2004 exactly one general rate is in force', () => {
    const day = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2040-01-01') }).map(dateOfDay)
    fc.assert(
      fc.property(day, on => {
        const inForce = vat.vatRates.filter(({ key, standard }) => standard && vat.isRateInForce(key, on))
        expect(inForce.map(({ key }) => key)).toEqual([vat.standardRate(on)])
      }),
    )
    expect(vat.standardRate('2003-12-31')).toBeNull()
  })

  it('DR-02 no VAT is not zero per cent', () => {
    expect(vat.findVatRate('NONE')?.ru).toBe('без НДС')
    expect(vat.findVatRate('VAT0')?.ru).toBe('0%')
    expect([vat.vatRow('NONE', 0n), vat.vatRow('VAT0', 0n)]).toEqual([
      'Без НДС',
      'В том числе НДС 0%: 0,00\u00a0руб.',
    ])
    expect(vat.vatRow('VAT22', 2200000n)).toBe('В том числе НДС 22%: 22\u00a0000,00\u00a0руб.')
  })

  it('DR-02 reads the rates that files of 1C carry', () => {
    expect(['22', '20', '10', '0', 'none', '20/120', '13', ''].map(vat.vatRateFromGoods)).toEqual([
      ...['VAT22', 'VAT20', 'VAT10', 'VAT0', 'NONE', '20/120', null, null],
    ])
    expect(vat.findVatRate('VAT13')).toBeNull()
    expect(vat.isVatRateKey('VAT5')).toBe(true)
  })

  it('DR-03 the regime gives the rate and refuses what it does not know', () => {
    expect(vat.rateUnderRegime('general', '2026-03-01', null)).toBe('VAT22')
    expect(vat.rateUnderRegime('general', '2026-03-01', 'VAT20')).toBe('VAT22')
    expect(vat.rateUnderRegime('general', '2026-03-01', 'VAT10')).toBe('VAT10')
    expect(vat.rateUnderRegime('simplified5', '2026-03-01', 'VAT22')).toBe('VAT5')
    expect(vat.rateUnderRegime('simplified7', '2026-03-01', 'NONE')).toBe('NONE')
    expect(vat.rateUnderRegime('simplified', '2026-03-01', 'VAT10')).toBe('NONE')
  })
})
