import { defineEntity, p } from '@mikro-orm/core'
import { Company } from './company.entity.ts'

const ContactSchema = defineEntity({
  name: 'Contact',
  indexes: [
    {
      name: 'contact_contact_keys_index',
      expression: 'create index "contact_contact_keys_index" on "contact" using gin ("contact_keys")',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    companyId: () => p.manyToOne(Company).mapToPk().index(),
    name: p.string(),
    position: p.string().nullable(),
    phones: p.array(),
    emails: p.array(),
    contactKeys: p.array(),
  },
})

/** A person at the client. */
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact)
