import { defineEntity, p } from '@mikro-orm/core'

const CommandRecordSchema = defineEntity({
  name: 'CommandRecord',
  properties: {
    /** SHA-256 of actor, verb and the request's Idempotency-Key, hex. */
    id: p.string().primary(),
    actorId: p.uuid(),
    bodyHash: p.string(),
    /** Null until the first answer is known. */
    status: p.integer().nullable(),
    answer: p.json<unknown>().nullable(),
    /** Where the command's record can be read when the answer was 202. */
    path: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
})

/** A person's command under its key, with the first answer: a repeat gets the same. */
export class CommandRecord extends CommandRecordSchema.class {}
CommandRecordSchema.setClass(CommandRecord)
