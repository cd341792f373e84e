import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

export const letterStatuses = ['kept', 'waiting', 'sent', 'refused'] as const

const LetterSchema = defineEntity({
  name: 'Letter',
  indexes: [{ properties: ['createdAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    companyId: () => p.manyToOne(Company).mapToPk().nullable().index(),
    dealId: p.uuid().nullable().index(),
    to: p.string().fieldName('to_address'),
    subject: p.string(),
    text: p.text(),
    /** Files that go with it (StoredFile). */
    fileIds: p.array(),
    /** kept: no SMTP is set, it stays here to be read; waiting: on its way; refused: the other side would not have it. */
    status: p.enum([...letterStatuses]).$type<(typeof letterStatuses)[number]>(),
    messageId: p.string().nullable(),
    sentAt: p.datetime().nullable(),
    problem: p.text().nullable(),
    /** The effect key that made it: one letter per key. */
    key: p.string().unique(),
    seatId: p.uuid().nullable(),
  },
})

/** A letter to a client: what, to whom, when it left, or why it did not. */
export class Letter extends LetterSchema.class {}
LetterSchema.setClass(Letter)
