import type { EntityManager } from '@mikro-orm/postgresql'

/** Begin this process, once the surrounding transaction has committed. Ids and plain facts only. */
export const tellStart = (
  em: EntityManager,
  workflowType: string,
  workflowId: string,
  payload: unknown,
): Promise<unknown> => insert(em, 'start', workflowType, workflowId, payload)

/** Tell this process, once the surrounding transaction has committed; in the order of telling. */
export const tellSignal = (
  em: EntityManager,
  signal: string,
  workflowId: string,
  payload: unknown,
): Promise<unknown> => insert(em, 'signal', signal, workflowId, payload)

// Plain SQL: a person's sight may add to the outbox but not read it, and the ORM would read the new id back.
const insert = (em: EntityManager, kind: string, name: string, workflowId: string, payload: unknown) =>
  em.execute('insert into outbox_message (kind, name, workflow_id, payload) values (?, ?, ?, ?)', [
    kind,
    name,
    workflowId,
    JSON.stringify(payload),
  ])
