import { z } from 'zod'
import { Can, Id, Line, PositiveQuantity, pageOf, Time, Version, Words } from '../shared/contract-parts.ts'

/** What a site's form sends; also taken from an HTML form post. */
export const IntakeForm = z.strictObject({
  name: Line.optional(),
  phone: Line.optional(),
  email: Line.optional(),
  company: Line.optional(),
  inn: Line.optional(),
  text: Words.optional(),
  products: z
    .array(
      z.strictObject({ sku: Line.optional(), name: Line.optional(), quantity: PositiveQuantity.optional() }),
    )
    .max(300)
    .optional(),
  channel: Line.optional(),
  source: Line.optional(),
  campaign: Line.optional(),
  page: z.string().trim().max(2_000).optional(),
  sourceId: z.string().trim().min(1).max(128).optional().describe("The sender's own id of this request"),
})
export type IntakeForm = z.infer<typeof IntakeForm>

export const InquiryAnswer = z.strictObject({
  id: Id,
  channel: z.string(),
  source: z.string(),
  campaign: z.string().nullable(),
  text: z.string(),
  receivedAt: Time,
  companyId: Id.nullable(),
  companyName: z.string().nullable(),
  contactId: Id.nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable().describe('As the sender gave it'),
  email: z.string().nullable(),
  dealId: Id.nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  status: z.enum(['new', 'assigned', 'taken', 'in_deal']),
  assignedRule: z.string().nullable(),
  version: Version,
  can: Can,
})
export type InquiryAnswer = z.infer<typeof InquiryAnswer>
export const InquiryPage = pageOf(InquiryAnswer)
export const AssignInquiry = z.strictObject({ ownerId: Id })
/** Whose inquiry it is: a client that is known, or a new one; neither where the inquiry knows its client already. */
export const StartDealOfInquiry = z.strictObject({
  companyId: Id.optional(),
  company: z
    .strictObject({
      name: Line.min(1),
      inn: z.string().trim().max(20).optional(),
      kpp: z.string().trim().max(20).optional(),
    })
    .optional()
    .describe('A new client; its person, phone and mail are those of the inquiry'),
  title: Line.optional(),
})
