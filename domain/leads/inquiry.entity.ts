import { defineEntity, p } from '@mikro-orm/core'
import { User } from '../access/user.entity.ts'
import { Company } from '../clients/company.entity.ts'
import { Contact } from '../clients/contact.entity.ts'

export const inquiryStatuses = ['new', 'assigned', 'taken', 'in_deal'] as const

const InquirySchema = defineEntity({
  name: 'Inquiry',
  indexes: [{ properties: ['receivedAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    channel: p.string(),
    source: p.string(),
    campaign: p.string().nullable(),
    page: p.text().nullable(),
    /** As it came; never edited. */
    text: p.text(),
    /** The whole message as it came, for evidence. */
    raw: p.json<Record<string, unknown>>(),
    receivedAt: p.datetime(),
    companyId: () => p.manyToOne(Company).mapToPk().nullable().index(),
    contactId: () => p.manyToOne(Contact).mapToPk().nullable(),
    dealId: p.uuid().nullable().index(),
    ownerId: () => p.manyToOne(User).mapToPk().nullable(),
    status: p.enum([...inquiryStatuses]).$type<(typeof inquiryStatuses)[number]>(),
    /** Which rule chose the manager, in words. */
    assignedRule: p.string().nullable(),
    /** Whose queue it stands in while no client is known. */
    seatId: p.uuid().nullable(),
  },
})

/** One incoming request as it came: channel, source, words, time. */
export class Inquiry extends InquirySchema.class {}
InquirySchema.setClass(Inquiry)
