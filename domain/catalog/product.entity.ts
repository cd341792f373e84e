import { defineEntity, p } from '@mikro-orm/core'

/** One picture: the path under which 1C sends it and its caption. */
export interface Picture {
  path: string
  caption: string | null
}

const ProductSchema = defineEntity({
  name: 'Product',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    externalVersion: p.text().nullable(),
    catalogExternalId: p.text().nullable(),
    sku: p.text().nullable(),
    barcode: p.text().nullable(),
    name: p.text(),
    fullName: p.text().nullable(),
    description: p.text().nullable(),
    unit: p.text().nullable(),
    unitCode: p.text().nullable(),
    groupIds: p.array().columnType('uuid[]').defaultRaw(`'{}'`),
    properties: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    propertyValues: p.json<Record<string, string[]>>().defaultRaw(`'{}'`),
    requisites: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    extra: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    pictures: p.json<Picture[]>().defaultRaw(`'[]'`),
    vatRate: p.string().length(8).nullable(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    searchText: p.text().default(''),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'product_external_unique', properties: ['source', 'externalKey'] }],
  indexes: [
    {
      name: 'product_search_index',
      expression: 'create index "product_search_index" on "product" using gin ("search_text" gin_trgm_ops)',
    },
    { name: 'product_name_index', properties: ['name', 'id'] },
    { name: 'product_sku_index', properties: ['sku'] },
  ],
})

/**
 * A thing that is sold, as 1C describes it. `propertyValues` keeps what 1C sent (property's key → values, a
 * choice by its id), `properties` is the same in words (name → words). `vatRate`: '22', '10', '0', '20/120' …,
 * 'none' for «без НДС» (which is not 0 %), null where 1C said nothing. `description` may hold HTML: clean it
 * when showing. `searchText` is lower case with ё → е.
 */
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product)
