import { defineEntity, p } from '@mikro-orm/core'
import { Product } from './product.entity.ts'

const OfferingSchema = defineEntity({
  name: 'Offering',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    productId: () => p.manyToOne(Product).mapToPk().fieldName('product_id').index('offering_product_index'),
    sku: p.text().nullable(),
    barcode: p.text().nullable(),
    name: p.text(),
    properties: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    propertyValues: p.json<Record<string, string[]>>().defaultRaw(`'{}'`),
    characteristics: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    extra: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    statedTotal: p.decimal('string').columnType('numeric(18,6)').nullable(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    searchText: p.text().default(''),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'offering_external_unique', properties: ['source', 'externalKey'] }],
  indexes: [
    {
      name: 'offering_search_index',
      expression: 'create index "offering_search_index" on "offering" using gin ("search_text" gin_trgm_ops)',
    },
    { name: 'offering_name_index', properties: ['name', 'id'] },
    { name: 'offering_sku_index', properties: ['sku'] },
  ],
})

/**
 * What a line of a deal is made of: a product in one characteristic (green, with turbo), or the product itself.
 * `externalId` is exactly what 1C sent (`goods` or `goods#characteristic`), since orders must carry it back.
 * `properties` are in words: the product's, then its own, then `characteristics`. `statedTotal` is the total that
 * 1C wrote beside the rows of warehouses. A `stub` is known only by prices or stock so far.
 */
export class Offering extends OfferingSchema.class {}
OfferingSchema.setClass(Offering)
