import { defineEntity, p } from '@mikro-orm/core'
import { Offering } from './offering.entity.ts'
import { Warehouse } from './warehouse.entity.ts'

const IssuedGoodsSchema = defineEntity({
  name: 'IssuedGoods',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    dealId: p.uuid().nullable(),
    requestId: p.uuid().nullable(),
    shipmentId: p.uuid().nullable(),
    effectKey: p.string().unique('issued_goods_effect_unique'),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id'),
    warehouseId: () => p.manyToOne(Warehouse).mapToPk().fieldName('warehouse_id').nullable(),
    quantity: p.decimal('string').columnType('numeric(18,6)'),
    issuedAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'issued_goods_offering_index', properties: ['offeringId', 'confirmedAt'] }],
})

/** Goods that we have shipped. Until `confirmedAt` 1C still counts them as stock, so they are taken off here. */
export class IssuedGoods extends IssuedGoodsSchema.class {}
IssuedGoodsSchema.setClass(IssuedGoods)
