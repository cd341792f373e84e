import { defineEntity, p } from '@mikro-orm/core'

const OutboxMessageSchema = defineEntity({
  name: 'OutboxMessage',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    /** start: begin a process; signal: tell a process. */
    kind: p.enum(['start', 'signal']),
    /** Workflow type for a start, signal name for a signal. */
    name: p.string(),
    workflowId: p.string().index(),
    payload: p.json<unknown>(),
    createdAt: p.datetime().defaultRaw('now()'),
    sentAt: p.datetime().nullable(),
    attempts: p.integer().default(0),
    nextAt: p.datetime().defaultRaw('now()'),
    lastError: p.text().nullable(),
  },
})

/** What must be told to the engine, written in the transaction of its cause; the relay tells it, whatever crashes. */
export class OutboxMessage extends OutboxMessageSchema.class {}
OutboxMessageSchema.setClass(OutboxMessage)
