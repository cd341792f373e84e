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

/** The open transaction: anything that runs SQL in it. */
interface Transaction {
  execute(sql: string, params: unknown[]): Promise<unknown>
}

/** Begin this process, once the surrounding transaction has committed. Ids and plain facts only. */
export const tellStart = (em: Transaction, workflowType: string, workflowId: string, payload: unknown) =>
  insert(em, 'start', workflowType, workflowId, payload)

/**
 * Tell this process, once the surrounding transaction has committed; in the order of telling. The relay adds
 * `messageId` to the payload where there is none.
 */
export const tellSignal = (em: Transaction, signal: string, workflowId: string, payload: unknown) =>
  insert(em, 'signal', signal, workflowId, payload)

// Plain SQL: a person's sight may add to the outbox but not read it, and the ORM would read the new id back.
const insert = (em: Transaction, kind: string, name: string, workflowId: string, payload: unknown) =>
  em.execute('insert into outbox_message (kind, name, workflow_id, payload) values (?, ?, ?, ?)', [
    kind,
    name,
    workflowId,
    JSON.stringify(payload),
  ])
