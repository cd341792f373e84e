import { defineEntity, p } from '@mikro-orm/core'
import { Offering } from './offering.entity.ts'
import { PriceType } from './price-type.entity.ts'

const PriceSchema = defineEntity({
  name: 'Price',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id'),
    priceTypeId: () => p.manyToOne(PriceType).mapToPk().fieldName('price_type_id'),
    valueKopecks: p.bigint('bigint'),
    currency: p.string().length(8),
    minQuantity: p.decimal('string').columnType('numeric(18,6)').default('0'),
    unit: p.text().nullable(),
    unitFactor: p.decimal('string').columnType('numeric(18,6)').default('1'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'price_offering_type_unique', properties: ['offeringId', 'priceTypeId', 'minQuantity'] }],
})

/**
 * The price of one `unit` in hundredths of `currency`, from `minQuantity` on; that unit holds `unitFactor` of the
 * product's own (12 where a price is for a box of twelve). 0 is a price, not its absence.
 */
export class Price extends PriceSchema.class {}
PriceSchema.setClass(Price)
