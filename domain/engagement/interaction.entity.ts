import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

const InteractionSchema = defineEntity({
  name: 'Interaction',
  indexes: [{ properties: ['companyId', 'at', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    contactId: p.uuid().nullable(),
    dealId: p.uuid().nullable().index(),
    authorId: p.uuid().nullable(),
    kind: p.enum(['call', 'letter', 'message', 'meeting', 'note']),
    /** out: company to client; in: client to company (S-055). */
    direction: p.enum(['in', 'out', 'none']),
    at: p.datetime(),
    text: p.text(),
    result: p.string().nullable(),
  },
})

/** A call, letter, message, meeting or note about a client. */
export class Interaction extends InteractionSchema.class {}
InteractionSchema.setClass(Interaction)
