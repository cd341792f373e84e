import { defineEntity, p } from '@mikro-orm/core'
import { User } from '../access/user.entity.ts'

export const companyStatuses = ['potential', 'active', 'inactive'] as const
export const companyClasses = ['vip', 'a', 'b', 'c'] as const
/** A structured fact about the client with where it comes from (S-006). */
export interface Need {
  text: string
  source: string
  on: string
}

const CompanySchema = defineEntity({
  name: 'Company',
  indexes: [
    { properties: ['ownerId', 'name', 'id'] },
    { properties: ['name', 'id'] },
    {
      name: 'company_contact_keys_index',
      expression: 'create index "company_contact_keys_index" on "company" using gin ("contact_keys")',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    name: p.string(),
    fullName: p.string().nullable(),
    inn: p.string().nullable().index(),
    kpp: p.string().nullable(),
    ogrn: p.string().nullable(),
    status: p.enum([...companyStatuses]).$type<(typeof companyStatuses)[number]>(),
    ownerId: () => p.manyToOne(User).mapToPk(),
    class: p
      .enum([...companyClasses])
      .$type<(typeof companyClasses)[number]>()
      .nullable(),
    addresses: p.array(),
    phones: p.array(),
    emails: p.array(),
    needs: p.json<Need[]>(),
    /** Comparable forms of phones and mails (domain/clients), for recognising who calls or writes. */
    contactKeys: p.array(),
    lastContactAt: p.datetime().nullable(),
    lastPurchaseAt: p.datetime().nullable(),
  },
})

/** The client's organisation; exactly one owner. */
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company)
