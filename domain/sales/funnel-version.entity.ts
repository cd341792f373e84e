import { defineEntity, p } from '@mikro-orm/core'
import { Funnel } from './funnel.entity.ts'

const FunnelVersionSchema = defineEntity({
  name: 'FunnelVersion',
  uniques: [{ properties: ['funnelId', 'number'] }],
  properties: {
    id: p.uuid().primary(),
    funnelId: () => p.manyToOne(Funnel).mapToPk(),
    number: p.integer(),
    /** The definition as published (domain/sales/funnel-definition.ts); never updated: the base refuses it. */
    definition: p.json<object>(),
    /** SHA-256 of the canonical definition, hex. */
    sha256: p.string(),
    publishedAt: p.datetime(),
    publishedBy: p.uuid().nullable(),
  },
})

/** An immutable, hashed, published version of a funnel. A running deal stays on its own. */
export class FunnelVersion extends FunnelVersionSchema.class {}
FunnelVersionSchema.setClass(FunnelVersion)
