import { defineEntity, p } from '@mikro-orm/core'

const ProductGroupSchema = defineEntity({
  name: 'ProductGroup',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    parentId: p.uuid().nullable(),
    name: p.text(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'product_group_external_unique', properties: ['source', 'externalKey'] }],
})

/**
 * A group of goods as 1C nests them. `source` names the connection it came from, `externalId` is 1C's own
 * text, `externalKey` its form for comparing. A `stub` was only mentioned so far: its name is empty.
 */
export class ProductGroup extends ProductGroupSchema.class {}
ProductGroupSchema.setClass(ProductGroup)
