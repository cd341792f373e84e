import { defineEntity, p } from '@mikro-orm/core'

const FunnelSchema = defineEntity({
  name: 'Funnel',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    key: p.string().unique(),
    name: p.string(),
    /** New deals start on this version. */
    currentVersionId: p.uuid().nullable(),
    isDefault: p.boolean().default(false),
  },
})

/** A scenario of sale; its content lives in immutable versions. */
export class Funnel extends FunnelSchema.class {}
FunnelSchema.setClass(Funnel)
