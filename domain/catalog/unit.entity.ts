import { defineEntity, p } from '@mikro-orm/core'

const UnitSchema = defineEntity({
  name: 'Unit',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    code: p.text().nullable(),
    name: p.text(),
    fullName: p.text().nullable(),
    internationalName: p.text().nullable(),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'unit_external_unique', properties: ['source', 'externalKey'] }],
})

/** A unit of measure. `code` is what 1C sends, trimmed (mostly OKEI: 796 = шт), `name` the short one (шт). */
export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit)
