import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { isOwed } from '#domain/documents/invoice-moves.ts'
import { Payment } from '#domain/money/payment.entity.ts'
import { PaymentMatch } from '#domain/money/payment-match.entity.ts'
import { paymentState, refuseMatch, suggestMatch } from '#domain/money/payment-matching.ts'
import { dealFacts } from '#domain/sales/deal-facts.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { type InvoicePaid, invoicePaidSignal, invoiceWorkflowId } from '#workflows/money/invoice.messages.ts'
import { mayGiveBack } from './money.policy.ts'

export interface WantedMatch {
  paymentId: string
  invoiceId: string
  /** As much as both sides have left unless told. */
  amountKopecks?: bigint | undefined
}
interface By {
  actorId: string
  now: Date
  ids(): string
}

/**
 * Lays a payment, or a part of it, on an invoice, in the caller's transaction: both are locked, the payment first, so
 * that however many match at once neither is overdrawn. The invoice's process hears of the new sum.
 * @throws NotFound; PaymentAlreadyMatched, InvoicePaid (nothing left), InvoiceVoid, InvoiceMoveNotAllowed,
 * PaymentExceeds
 */
export async function matchPayment(em: EntityManager, wanted: WantedMatch, by: By): Promise<Payment> {
  const { payment, invoice } = await lockBoth(em, wanted)
  if (invoice.status === 'void') throw fact('InvoiceVoid')
  if (!isOwed(invoice.status) && invoice.status !== 'paid') throw notNow(invoice)
  const paymentLeft = payment.amountKopecks - payment.matchedKopecks
  const invoiceLeft = invoice.grossKopecks - invoice.paidKopecks
  if (paymentLeft <= 0n) throw fact('PaymentAlreadyMatched')
  if (invoiceLeft <= 0n) throw fact('InvoicePaid')
  const amountKopecks = wanted.amountKopecks ?? suggestMatch(paymentLeft, invoiceLeft)
  const refusal = refuseMatch({ amountKopecks, paymentLeft, invoiceLeft })
  if (refusal) throw refusal
  const known = await em.findOne(PaymentMatch, { paymentId: payment.id, invoiceId: invoice.id })
  if (known) known.amountKopecks += amountKopecks
  else
    em.create(PaymentMatch, {
      id: by.ids(),
      paymentId: payment.id,
      invoiceId: invoice.id,
      amountKopecks,
      at: by.now,
      by: by.actorId,
      seatId: payment.seatId,
    })
  payment.companyId ??= invoice.companyId
  await moveMoney(em, { payment, invoice }, amountKopecks, by.actorId)
  return payment
}

/**
 * Takes a payment off an invoice again. An invoice that is paid in full has set the shipment going: money is not
 * taken off it. @throws NotFound, PaymentNotMatched, PaidInvoiceStays
 */
export async function unmatchPayment(
  em: EntityManager,
  wanted: Omit<WantedMatch, 'amountKopecks'>,
  by: Pick<By, 'actorId'>,
): Promise<Payment> {
  const { payment, invoice } = await lockBoth(em, wanted)
  const match = await em.findOne(PaymentMatch, { paymentId: payment.id, invoiceId: invoice.id })
  if (!match) throw fact('PaymentNotMatched')
  if (!mayGiveBack(invoice)) throw fact('PaidInvoiceStays')
  em.remove(match)
  await moveMoney(em, { payment, invoice }, -match.amountKopecks, by.actorId)
  return payment
}

interface Both {
  payment: Payment
  invoice: Invoice
}

async function lockBoth(em: EntityManager, { paymentId, invoiceId }: WantedMatch): Promise<Both> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }
  return {
    payment: await em.findOneOrFail(Payment, paymentId, lock),
    invoice: await em.findOneOrFail(Invoice, invoiceId, lock),
  }
}

async function moveMoney(
  em: EntityManager,
  { payment, invoice }: Both,
  by: bigint,
  actorId: string,
): Promise<void> {
  payment.matchedKopecks += by
  payment.status = paymentState(payment.amountKopecks, payment.matchedKopecks)
  invoice.paidKopecks += by
  await em.flush()
  const told: Omit<InvoicePaid, 'messageId'> = {
    paidKopecks: String(invoice.paidKopecks),
    paymentId: payment.id,
    by: actorId,
  }
  await tellSignal(em, invoicePaidSignal.name, invoiceWorkflowId(invoice.id), told)
}

const notNow = ({ status }: Invoice) =>
  fact('InvoiceMoveNotAllowed', { status: dealFacts.invoiceStatus.choices[status], state: status })
