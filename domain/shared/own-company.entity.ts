import { defineEntity, p } from '@mikro-orm/core'
import type { OwnCompanyData } from './own-company.ts'

const OwnCompanySchema = defineEntity({
  name: 'OwnCompany',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    name: p.string(),
    data: p.json<OwnCompanyData>(),
  },
})

/** The company that runs this server: requisites, signatories, tax regime, hours of work, limits. */
export class OwnCompany extends OwnCompanySchema.class {}
OwnCompanySchema.setClass(OwnCompany)
