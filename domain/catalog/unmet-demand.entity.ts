import { defineEntity, p } from '@mikro-orm/core'
import { Offering } from './offering.entity.ts'

const UnmetDemandSchema = defineEntity({
  name: 'UnmetDemand',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    companyId: p.uuid().nullable().index('unmet_demand_company_index'),
    dealId: p.uuid().nullable(),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id').nullable(),
    text: p.text(),
    quantity: p.decimal('string').columnType('numeric(18,6)').nullable(),
    estimatedKopecks: p.bigint('bigint').nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'unmet_demand_offering_index', properties: ['offeringId'] }],
})

/**
 * What a client asked for and we could not sell: an offering that lacks, or only words where we never had it.
 * `estimatedKopecks` is what the sale would have brought.
 */
export class UnmetDemand extends UnmetDemandSchema.class {}
UnmetDemandSchema.setClass(UnmetDemand)
