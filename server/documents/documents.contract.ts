import { z } from 'zod'
import {
  BuyerAnswer,
  Can,
  Day,
  Id,
  Kopecks,
  Line,
  PaperLineAnswer,
  pageOf,
  Time,
  Totals,
  Version,
  Words,
} from '../shared/contract-parts.ts'

const common = {
  id: Id,
  companyId: Id,
  authorId: Id,
  authorName: z.string().nullable(),
  number: z.string().nullable(),
  buyer: BuyerAnswer,
  lines: z.array(PaperLineAnswer),
  fileId: Id.nullable(),
  approvalId: Id.nullable(),
  createdAt: Time,
  version: Version,
  can: Can,
}
export const OfferAnswer = z.strictObject({
  ...common,
  dealId: Id,
  revision: z.int(),
  issuedOn: Day.nullable(),
  status: z.enum(['draft', 'awaiting_approval', 'approved', 'sent', 'accepted', 'declined', 'expired']),
  validUntil: Day,
  totals: Totals.nullable(),
  maxDiscountPercent: z.string().nullable(),
  sentAt: Time.nullable(),
  decidedAt: Time.nullable(),
})
export type OfferAnswer = z.infer<typeof OfferAnswer>
export const OfferPage = pageOf(OfferAnswer)
/** Lines and prices are taken from the deal as they stand. */
export const CreateOffer = z.strictObject({ dealId: Id, validUntil: Day.optional() })
export const ChangeOffer = z.strictObject({
  validUntil: Day.optional(),
  refreshLines: z.boolean().optional(),
})
export const SendOffer = z.strictObject({ to: z.email().optional(), text: Words.optional() })

export const InvoiceAnswer = z.strictObject({
  ...common,
  dealId: Id,
  offerId: Id.nullable(),
  issuedAt: Time.nullable(),
  status: z.enum(['draft', 'awaiting_approval', 'issued', 'partly_paid', 'paid', 'void', 'overdue']),
  dueDate: Day.nullable(),
  totals: Totals.nullable(),
  paidKopecks: Kopecks.nullable(),
  voidReason: z.string().nullable(),
  sentAt: Time.nullable(),
})
export type InvoiceAnswer = z.infer<typeof InvoiceAnswer>
export const InvoicePage = pageOf(InvoiceAnswer)
export const CreateInvoice = z.strictObject({ dealId: Id, offerId: Id.optional() })
export const VoidInvoice = z.strictObject({ reason: Words.min(1) })
export const SendInvoice = SendOffer

export const ContractAnswer = z.strictObject({
  ...common,
  dealId: Id.nullable(),
  status: z.enum(['draft', 'awaiting_approval', 'approved', 'signed', 'terminated']),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  subject: z.string(),
  totals: Totals.nullable(),
  remark: z.string().nullable(),
})
export type ContractAnswer = z.infer<typeof ContractAnswer>
export const ContractPage = pageOf(ContractAnswer)
export const CreateContract = z.strictObject({
  dealId: Id,
  subject: Words.min(1).optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
})
export const ChangeContract = z.strictObject({
  subject: Words.min(1).optional(),
  validFrom: Day.nullable().optional(),
  validUntil: Day.nullable().optional(),
})
export const SignContract = z.strictObject({ signedOn: Day.optional() })
export const TerminateContract = z.strictObject({ reason: Line.min(1) })
/** A preview as HTML, drawn in a sandboxed frame. */
export const PreviewAnswer = z.strictObject({ html: z.string() })
