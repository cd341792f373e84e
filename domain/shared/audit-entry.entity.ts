import { defineEntity, p } from '@mikro-orm/core'

const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  indexes: [{ properties: ['resource', 'recordId', 'at'] }],
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.datetime().defaultRaw('now()'),
    actor: p.string().nullable(),
    resource: p.string(),
    recordId: p.string(),
    companyId: p.uuid().nullable(),
    verb: p.string(),
    /** Changed fields only: { field: [old, new] }. Written by the base itself. */
    changes: p.json<Record<string, unknown>>(),
  },
})

/** Who changed what, old and new, when. The base writes it and lets nobody change it. */
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry)
