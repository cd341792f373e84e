import { defineEntity, p } from '@mikro-orm/core'

const PropertySchema = defineEntity({
  name: 'Property',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    source: p.string(),
    externalId: p.text(),
    externalKey: p.text(),
    name: p.text(),
    valueKind: p.text().default('text'),
    choices: p.json<Record<string, string>>().defaultRaw(`'{}'`),
    deleted: p.boolean().default(false),
    stub: p.boolean().default(false),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'property_external_unique', properties: ['source', 'externalKey'] }],
})

/**
 * A property that goods may have. `valueKind`: text, number, time, choice, boolean or link. `choices` is the
 * dictionary of a choice: key of the value's id → its words.
 */
export class Property extends PropertySchema.class {}
PropertySchema.setClass(Property)
