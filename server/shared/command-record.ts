import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { CommandRecord } from '#domain/shared/command-record.entity.ts'
import { fact } from '#domain/shared/fact.ts'

export interface Command {
  /** hash(actor, verb, key). */
  id: string
  actorId: string
  bodyHash: string
  path: string
}
export interface StoredAnswer {
  status: number
  answer: unknown
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The bare key of another caller or verb would answer with the wrong result: all three make the id. */
export const commandId = (actorId: string, verb: string, key: string) => sha256(`${actorId}\n${verb}\n${key}`)

export interface Claimed {
  /** The first answer; null when the command is to be done. */
  before: StoredAnswer | null
  /** The same command came before, and how it ended is not known here: its process may have done it. */
  begunBefore: boolean
}

/**
 * Claims the command's key, waiting for anyone who holds it now.
 * @throws IdempotencyKeyReused when the same key came with another body.
 */
export async function claimCommand(em: EntityManager, command: Command): Promise<Claimed> {
  const mine = await em.execute<{ id: string }[]>(
    `insert into command_record (id, actor_id, body_hash, path) values (?, ?, ?, ?)
     on conflict (id) do nothing returning id`,
    [command.id, command.actorId, command.bodyHash, command.path],
  )
  const record = await em.findOneOrFail(CommandRecord, command.id, { refresh: true })
  if (record.bodyHash !== command.bodyHash) throw fact('IdempotencyKeyReused')
  const { status, answer } = record
  const answered = status !== null && status !== undefined
  return { before: answered ? { status, answer } : null, begunBefore: !answered && mine.length === 0 }
}

/** Keeps the first answer; a later one under the same key changes nothing. */
export const keepAnswer = (
  em: EntityManager,
  id: string,
  { status, answer }: StoredAnswer,
): Promise<unknown> =>
  em.execute('update command_record set status = ?, answer = ?::jsonb where id = ? and status is null', [
    status,
    JSON.stringify(answer ?? null),
    id,
  ])
