import { z } from 'zod'
import { Can, Day, Id, Kopecks, Line, pageOf, Time, Version, Words } from '../shared/contract-parts.ts'

export const PaymentAnswer = z.strictObject({
  id: Id,
  paidOn: Day,
  amountKopecks: Kopecks,
  matchedKopecks: Kopecks,
  payerInn: z.string().nullable(),
  payerName: z.string().nullable(),
  purpose: z.string(),
  documentNumber: z.string().nullable(),
  source: z.enum(['bank', '1c', 'manual']),
  companyId: Id.nullable(),
  matched: z.array(z.strictObject({ invoiceId: Id, number: z.string().nullable(), amountKopecks: Kopecks })),
  status: z.enum(['unmatched', 'partly', 'matched']),
  suggestions: z
    .array(
      z.strictObject({ invoiceId: Id, number: z.string().nullable(), restKopecks: Kopecks, why: z.string() }),
    )
    .describe('Only in one payment: open invoices that fit, best first'),
  createdAt: Time,
  version: Version,
  can: Can,
})
export type PaymentAnswer = z.infer<typeof PaymentAnswer>
export const PaymentPage = pageOf(PaymentAnswer)
export const EnterPayment = z.strictObject({
  paidOn: Day,
  amountKopecks: Kopecks.min(1).max(1_000_000_000_000_00),
  payerInn: Line.nullable().optional(),
  payerName: Line.nullable().optional(),
  purpose: Words,
  documentNumber: Line.nullable().optional(),
  invoiceId: Id.optional().describe('Match it at once'),
})
export const MatchPayment = z.strictObject({
  invoiceId: Id,
  amountKopecks: Kopecks.min(1).optional().describe('What is left on both sides unless told'),
})
export const UnmatchPayment = z.strictObject({ invoiceId: Id })
export const DebtAnswer = z.strictObject({
  id: Id.describe('The invoice'),
  number: z.string().nullable(),
  companyId: Id,
  companyName: z.string(),
  dueDate: Day.nullable(),
  restKopecks: Kopecks,
  daysOver: z.int(),
  issuedAt: Time.nullable(),
})
export const DebtPage = pageOf(DebtAnswer)
