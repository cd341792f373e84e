import { defineEntity, p } from '@mikro-orm/core'
import { Offering } from './offering.entity.ts'

const SupplySchema = defineEntity({
  name: 'Supply',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id'),
    date: p.date(),
    quantity: p.decimal('string').columnType('numeric(18,6)'),
    note: p.text().nullable(),
    enteredBy: p.uuid().nullable(),
    arrived: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'supply_offering_date_index', properties: ['offeringId', 'date'] }],
})

/** Goods expected on a date. `arrived` ones are already in the stock and count no more. */
export class Supply extends SupplySchema.class {}
SupplySchema.setClass(Supply)
