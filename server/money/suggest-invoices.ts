import type { EntityManager } from '@mikro-orm/postgresql'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Payment } from '#domain/money/payment.entity.ts'
import type { Locale } from '#domain/shared/fact.ts'
import type { PaymentAnswer } from './money.contract.ts'

const most = 10

const reasons = {
  number: { ru: 'номер счёта в назначении', en: 'the invoice number in the purpose', weight: 4 },
  payer: { ru: 'ИНН плательщика', en: 'the payer’s INN', weight: 3 },
  rest: { ru: 'сумма равна остатку', en: 'the sum equals the rest', weight: 2 },
} as const
type Reason = keyof typeof reasons

/** Open invoices that fit what is left of a payment, best first, each with the reason; none for a matched one. */
export async function suggestInvoices(
  em: EntityManager,
  payment: Payment,
  locale: Locale,
): Promise<PaymentAnswer['suggestions']> {
  const left = payment.amountKopecks - payment.matchedKopecks
  if (left <= 0n) return []
  const numbers = numbersIn(payment.purpose)
  const rows = await em.execute<{ id: string }[]>(
    `select id from invoice where status in ('issued', 'partly_paid', 'overdue') and gross_kopecks > paid_kopecks
       and (buyer ->> 'inn' = ? or company_id = ?::uuid or number = any (?::text[]) or gross_kopecks - paid_kopecks = ?)
     order by due_date, id limit 100`,
    [payment.payerInn ?? null, payment.companyId ?? null, `{${numbers.join(',')}}`, String(left)],
  )
  const invoices = await em.find(Invoice, { id: rows.map(({ id }) => id) })
  return invoices
    .map(invoice => ({ invoice, fits: whyFits(invoice, payment, { left, numbers }) }))
    .filter(({ fits }) => fits.length > 0)
    .toSorted((a, b) => weight(b.fits) - weight(a.fits) || (a.invoice.id < b.invoice.id ? -1 : 1))
    .slice(0, most)
    .map(({ invoice, fits }) => ({
      invoiceId: invoice.id,
      number: invoice.number ?? null,
      restKopecks: Number(invoice.grossKopecks - invoice.paidKopecks),
      why: fits.map(reason => reasons[reason][locale]).join(', '),
    }))
}

function whyFits(
  invoice: Invoice,
  { payerInn, companyId }: Payment,
  { left, numbers }: { left: bigint; numbers: string[] },
): Reason[] {
  const payer =
    (payerInn != null && invoice.buyer.inn === payerInn) ||
    (companyId != null && invoice.companyId === companyId)
  return [
    ...(invoice.number != null && numbers.includes(invoice.number) ? (['number'] as const) : []),
    ...(payer ? (['payer'] as const) : []),
    ...(invoice.grossKopecks - invoice.paidKopecks === left ? (['rest'] as const) : []),
  ]
}

const weight = (fits: readonly Reason[]) => fits.reduce((sum, reason) => sum + reasons[reason].weight, 0)

/** Whole numbers of a purpose: «Оплата по счёту № 117 от 02.03.2026» → 117, 02, 03, 2026; leading zeros also dropped. */
const numbersIn = (purpose: string): string[] => [
  ...new Set(
    (purpose.match(/\d{1,10}/g) ?? []).slice(0, 50).flatMap(found => [found, found.replace(/^0+(?=\d)/, '')]),
  ),
]
