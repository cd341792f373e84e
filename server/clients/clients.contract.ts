import { z } from 'zod'
import { Can, Day, Id, Line, Name, pageOf, Time, Version, Words } from '../shared/contract-parts.ts'

export const Need = z.strictObject({ text: Words, source: Line, on: Day })
const phones = z.array(z.string().trim().min(3).max(60)).max(40)
const emails = z.array(z.email().max(200)).max(40)

export const ContactAnswer = z.strictObject({
  id: Id,
  companyId: Id,
  name: z.string(),
  position: z.string().nullable(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  createdAt: Time,
  version: Version,
  can: Can,
})
export type ContactAnswer = z.infer<typeof ContactAnswer>
export const CompanyAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  fullName: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  status: z.enum(['potential', 'active', 'inactive']),
  ownerId: Id,
  ownerName: z.string(),
  class: z.enum(['vip', 'a', 'b', 'c']).nullable(),
  contacts: z.array(ContactAnswer).describe('In the list: at most the first three'),
  addresses: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  needs: z.array(Need),
  openDeals: z.int(),
  lastContactAt: Time.nullable(),
  lastPurchaseAt: Time.nullable(),
  createdAt: Time,
  version: Version,
  can: Can,
})
export type CompanyAnswer = z.infer<typeof CompanyAnswer>
export const CompanyPage = pageOf(CompanyAnswer)
export const ContactPage = pageOf(ContactAnswer)
export const CreateCompany = z.strictObject({
  name: Name,
  fullName: z.string().trim().max(255).nullable().optional(),
  inn: z.string().trim().max(20).nullable().optional(),
  kpp: z.string().trim().max(20).nullable().optional(),
  ogrn: z.string().trim().max(20).nullable().optional(),
  class: z.enum(['vip', 'a', 'b', 'c']).nullable().optional(),
  addresses: z.array(Line).max(40).optional(),
  phones: phones.optional(),
  emails: emails.optional(),
  needs: z.array(Need).max(200).optional(),
  contact: z
    .strictObject({
      name: Name,
      position: Line.nullable().optional(),
      phones: phones.optional(),
      emails: emails.optional(),
    })
    .optional()
    .describe('The first person, in the same step'),
})
export const ChangeCompany = CreateCompany.omit({ contact: true }).partial()
export const ReassignCompany = z.strictObject({ ownerId: Id })
export const CreateContact = z.strictObject({
  companyId: Id,
  name: Name,
  position: Line.nullable().optional(),
  phones: phones.optional(),
  emails: emails.optional(),
})
export const ChangeContact = CreateContact.omit({ companyId: true }).partial()
