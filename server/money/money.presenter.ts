import type { EntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Payment } from '#domain/money/payment.entity.ts'
import { PaymentMatch } from '#domain/money/payment-match.entity.ts'
import type { CivilDate } from '#domain/shared/civil-date.ts'
import { dayNumber } from '#domain/shared/civil-date.ts'
import type { Locale } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import type { DebtAnswer, PaymentAnswer } from './money.contract.ts'
import { paymentVerbs } from './money.policy.ts'
import { suggestInvoices } from './suggest-invoices.ts'

/** Payments as a list shows them: with what they are matched to, without suggestions. */
export async function presentPayments(
  em: EntityManager,
  payments: Payment[],
  actor: Actor,
): Promise<PaymentAnswer[]> {
  const matches = payments.length
    ? await em.find(
        PaymentMatch,
        { paymentId: payments.map(({ id }) => id) },
        { orderBy: { at: 'asc', id: 'asc' } },
      )
    : []
  const invoices = matches.length
    ? await em.find(Invoice, { id: matches.map(({ invoiceId }) => invoiceId) })
    : []
  const known = new Map(invoices.map(invoice => [invoice.id, invoice]))
  const matchesOf = (payment: Payment) => matches.filter(({ paymentId }) => paymentId === payment.id)
  return payments.map(payment => ({
    id: payment.id,
    paidOn: payment.paidOn,
    amountKopecks: Number(payment.amountKopecks),
    matchedKopecks: Number(payment.matchedKopecks),
    payerInn: payment.payerInn ?? null,
    payerName: payment.payerName ?? null,
    purpose: payment.purpose,
    documentNumber: payment.documentNumber ?? null,
    source: payment.source,
    companyId: payment.companyId ?? null,
    matched: matchesOf(payment).map(({ invoiceId, amountKopecks }) => ({
      invoiceId,
      number: known.get(invoiceId)?.number ?? null,
      amountKopecks: Number(amountKopecks),
    })),
    status: payment.status,
    suggestions: [],
    createdAt: payment.createdAt.toISOString(),
    version: payment.version,
    can: paymentVerbs(
      actor,
      payment,
      matchesOf(payment).flatMap(({ invoiceId }) => known.get(invoiceId) ?? []),
    ),
  }))
}

/** One payment with the invoices that fit what is left of it. */
export async function presentPayment(
  em: EntityManager,
  payment: Payment,
  { actor, locale }: { actor: Actor; locale: Locale },
): Promise<PaymentAnswer> {
  const [answer] = await presentPayments(em, [payment], actor)
  return { ...(answer as PaymentAnswer), suggestions: await suggestInvoices(em, payment, locale) }
}

/** An invoice past its day, with what is still owed on it. */
export const presentDebt = (invoice: Invoice, today: CivilDate): z.infer<typeof DebtAnswer> => ({
  id: invoice.id,
  number: invoice.number ?? null,
  companyId: invoice.companyId,
  companyName: invoice.buyer.name,
  dueDate: invoice.dueDate ?? null,
  restKopecks: Number(invoice.grossKopecks - invoice.paidKopecks),
  daysOver: invoice.dueDate ? dayNumber(today) - dayNumber(invoice.dueDate) : 0,
  issuedAt: invoice.issuedAt?.toISOString() ?? null,
})
