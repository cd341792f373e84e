import { defineEntity, p } from '@mikro-orm/core'

const PriceTypeSchema = defineEntity({
  name: 'PriceType',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    name: p.text(),
    currency: p.string().length(8).nullable(),
    vatIncluded: p.boolean().nullable(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'price_type_external_unique', properties: ['source', 'externalKey'] }],
})

/** A kind of price: retail, wholesale … `vatIncluded` is null where 1C did not say. */
export class PriceType extends PriceTypeSchema.class {}
PriceTypeSchema.setClass(PriceType)
