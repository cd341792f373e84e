import { defineEntity, p } from '@mikro-orm/core'
import { Offering } from './offering.entity.ts'
import { Warehouse } from './warehouse.entity.ts'

const StockSchema = defineEntity({
  name: 'Stock',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id'),
    warehouseId: () => p.manyToOne(Warehouse).mapToPk().fieldName('warehouse_id').nullable(),
    quantity: p.decimal('string').columnType('numeric(18,6)'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [
    { name: 'stock_offering_warehouse_unique', properties: ['offeringId', 'warehouseId'] },
    {
      name: 'stock_offering_anywhere_unique',
      expression:
        'create unique index "stock_offering_anywhere_unique" on "stock" ("offering_id") where "warehouse_id" is null',
    },
  ],
})

/** What 1C says lies there; without a warehouse: somewhere. May be negative: then nothing is for sale. */
export class Stock extends StockSchema.class {}
StockSchema.setClass(Stock)
