import type { InvoiceMove } from '../documents/invoice-moves.ts'
import { type Fact, fact } from '../shared/fact.ts'
import type { Kopecks } from '../shared/kopecks.ts'

export type PaymentState = 'unmatched' | 'partly' | 'matched'

/** How far a payment is matched, from its sum and what of it lies on invoices. */
export const paymentState = (amountKopecks: Kopecks, matchedKopecks: Kopecks): PaymentState =>
  matchedKopecks <= 0n ? 'unmatched' : matchedKopecks < amountKopecks ? 'partly' : 'matched'

/** What of a payment goes to an invoice when nobody names a sum: as much as both have left, never less than 0. */
export const suggestMatch = (paymentLeft: Kopecks, invoiceLeft: Kopecks): Kopecks => {
  const least = paymentLeft < invoiceLeft ? paymentLeft : invoiceLeft
  return least > 0n ? least : 0n
}

/** Why a sum may not be matched, or null: it is positive and neither side is overdrawn. */
export function refuseMatch(match: {
  amountKopecks: Kopecks
  paymentLeft: Kopecks
  invoiceLeft: Kopecks
}): Fact | null {
  const { amountKopecks, paymentLeft, invoiceLeft } = match
  if (amountKopecks <= 0n) return fact('BadAmount', { value: amountKopecks.toString() })
  const left = suggestMatch(paymentLeft, invoiceLeft)
  return amountKopecks > left ? fact('PaymentExceeds', { leftKopecks: left.toString() }) : null
}

/** The move of an invoice whose paid sum changed, for `afterInvoiceMove`. Overpaid is paid. */
export function moveByMoney(sums: { before: Kopecks; after: Kopecks; gross: Kopecks }): InvoiceMove {
  if (sums.after >= sums.gross && sums.gross > 0n) return 'pay'
  if (sums.after <= 0n) return 'unpay'
  return sums.after >= sums.before ? 'pay_part' : 'unpay_part'
}
