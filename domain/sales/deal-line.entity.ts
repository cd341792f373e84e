import { defineEntity, p } from '@mikro-orm/core'
import { Deal } from './deal.entity.ts'

const DealLineSchema = defineEntity({
  name: 'DealLine',
  uniques: [{ properties: ['dealId', 'position'] }],
  properties: {
    id: p.uuid().primary(),
    dealId: () => p.manyToOne(Deal).mapToPk().deleteRule('cascade'),
    position: p.integer(),
    /** Offering of the catalogue; a line without one is a service or goods not in the catalogue. */
    offeringId: p.uuid().nullable(),
    name: p.string(),
    sku: p.string().nullable(),
    unit: p.string(),
    quantity: p.decimal('string').columnType('numeric(18,6)'),
    priceKopecks: p.bigint('bigint'),
    discountPercent: p.decimal('string').columnType('numeric(5,2)'),
    vatRate: p.string(),
    /** When the goods can be there, by the catalogue, on the day the line was set. */
    deliveryOn: p.date().nullable(),
  },
})

/** What the client wants of one offering, at which price. */
export class DealLine extends DealLineSchema.class {}
DealLineSchema.setClass(DealLine)
