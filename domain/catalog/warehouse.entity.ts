import { defineEntity, p } from '@mikro-orm/core'

const WarehouseSchema = defineEntity({
  name: 'Warehouse',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    name: p.text(),
    address: p.text().nullable(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'warehouse_external_unique', properties: ['source', 'externalKey'] }],
})

/** A place where goods lie. */
export class Warehouse extends WarehouseSchema.class {}
WarehouseSchema.setClass(Warehouse)
