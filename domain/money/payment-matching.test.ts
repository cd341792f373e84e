import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterInvoiceMove, type InvoiceState } from '../documents/invoice-moves.ts'
import { sentence } from '../shared/fact.ts'
import { moveByMoney, paymentState, refuseMatch, suggestMatch } from './payment-matching.ts'

const sum = fc.bigInt({ min: 1n, max: 10n ** 15n })

describe('payments on invoices', () => {
  it('a payment is unmatched, partly matched, then matched', () => {
    expect([0n, 1n, 100n].map(matched => paymentState(100n, matched))).toEqual([
      'unmatched',
      'partly',
      'matched',
    ])
  })

  it('no more is matched than both sides have left, and it is said how much may be', () => {
    const refusal = refuseMatch({ amountKopecks: 101n, paymentLeft: 500n, invoiceLeft: 100n })
    expect(refusal && sentence(refusal)).toBe('Сумма больше остатка: можно до 1,00\u00a0₽.')
    expect(refuseMatch({ amountKopecks: 0n, paymentLeft: 1n, invoiceLeft: 1n })?.code).toBe('BadAmount')
    expect(refuseMatch({ amountKopecks: 100n, paymentLeft: 100n, invoiceLeft: 100n })).toBeNull()
    expect(suggestMatch(5n, -1n)).toBe(0n)
  })

  it('F8 what is suggested is always allowed, and one kopeck more never is', () => {
    fc.assert(
      fc.property(sum, sum, (paymentLeft, invoiceLeft) => {
        const amountKopecks = suggestMatch(paymentLeft, invoiceLeft)
        expect(refuseMatch({ amountKopecks, paymentLeft, invoiceLeft })).toBeNull()
        expect(refuseMatch({ amountKopecks: amountKopecks + 1n, paymentLeft, invoiceLeft })).not.toBeNull()
      }),
    )
  })

  it('money in parts and back moves an invoice only by moves it has, to the state its sum says', () => {
    fc.assert(
      fc.property(
        sum,
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { maxLength: 8 }),
        (gross, totals) => {
          let [state, before]: [InvoiceState, bigint] = ['issued', 0n]
          for (const total of totals) {
            const after = total % (gross + 1n) // never more than the invoice: matching refuses that
            if (after === before) continue
            const next = afterInvoiceMove(state, moveByMoney({ before, after, gross }))
            expect(next).toBe(after >= gross ? 'paid' : after > 0n ? 'partly_paid' : 'issued')
            ;[state, before] = [next ?? state, after]
          }
        },
      ),
    )
  })
})
