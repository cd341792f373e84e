import type { EntityManager } from '@mikro-orm/postgresql'
import type { z } from 'zod'
import type { RoleKey } from '#domain/access/seats.ts'
import type { Locale } from '#domain/shared/fact.ts'
import type { Actor } from './actor.ts'
import type { ServerWorld } from './world.ts'

/** What a handler is given: one request of one person, already let in and checked. */
export interface Context<Q = unknown, B = unknown> {
  world: ServerWorld
  actor: Actor
  /** Has the actor's sight; inside a transaction for `read` and `transaction`. */
  em: EntityManager
  /** From the address; always a UUID where it is called `id`. */
  params: Record<string, string>
  query: Q
  body: B
  /** hash(actor, verb, Idempotency-Key): the updateId of a command, and the key of its record. */
  commandId: string
  /**
   * The same command came before and its answer was lost. What it changed may stand already: a rule that would refuse
   * it as a second one is left to the process, which knows a repeat of the same command.
   */
  begunBefore: boolean
  /** Version that the caller has seen, from If-Match. */
  expectedVersion: number | null
  locale: Locale
  now: Date
}

/**
 * How a request meets the world: `read` in a read-only transaction; `transaction` changes one aggregate in one
 * transaction, kept under its Idempotency-Key; `process` sends one message to a process, under the same key.
 */
export type Via = 'read' | 'transaction' | 'process'

export interface Operation<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  /** Verb and resource in English, as the OpenAPI operation id. */
  name: string
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  summary: string
  via: Via
  /** Whose door this is; the record's own policy comes after. */
  may: 'signed_in' | readonly RoleKey[]
  query?: Q
  body?: B
  answer: A
  /** The answer holds a secret that is shown once: it is not kept under the key. */
  secretAnswer?: true
  /** HTTP status of success; 200 unless told. */
  status?: number
  handle(ctx: Context<z.output<Q>, z.output<B>>): Promise<z.input<A>>
}
export type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType>

/** One address of the API: permission, contract and words in one object. */
export const operation = <
  A extends z.ZodType,
  Q extends z.ZodType = z.ZodType<unknown>,
  B extends z.ZodType = z.ZodType<unknown>,
>(
  declared: Operation<Q, B, A>,
): AnyOperation => declared
