import { defineEntity, p } from '@mikro-orm/core'

const NumberSeriesSchema = defineEntity({
  name: 'NumberSeries',
  properties: {
    /** kind/year, such as invoice/2026. */
    id: p.string().primary(),
    lastNumber: p.integer(),
  },
})

/** The last number given in a series. A number is taken in the transaction that issues the document: no gaps. */
export class NumberSeries extends NumberSeriesSchema.class {}
NumberSeriesSchema.setClass(NumberSeries)
