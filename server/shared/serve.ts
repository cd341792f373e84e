import type { EntityManager } from '@mikro-orm/postgresql'
import { type Request, type Response, Router } from 'express'
import { Fact, fact } from '#domain/shared/fact.ts'
import { StillRunning } from '../engine/gateway.ts'
import { type Actor, hasRole } from './actor.ts'
import { againWhenOvertaken } from './again-when-overtaken.ts'
import { claimCommand, commandId, keepAnswer, type StoredAnswer, sha256 } from './command-record.ts'
import type { AnyOperation, Context } from './operation.ts'
import { localeOf } from './problem.ts'
import { forkFor } from './sight.ts'
import type { ServerWorld } from './world.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** All operations on one router: door, shape, sight, key, handler, answer — in that order. */
export function serve(operations: readonly AnyOperation[], world: ServerWorld): Router {
  const router = Router()
  for (const declared of operations)
    router[declared.method](declared.path, async (req, res) => {
      const { status, answer } = await answerTo(declared, req, res, world)
      if (status === 204) res.status(204).end()
      else res.status(status).json(answer)
    })
  return router
}

async function answerTo(
  declared: AnyOperation,
  req: Request,
  res: Response,
  world: ServerWorld,
): Promise<StoredAnswer> {
  const actor: Actor | undefined = res.locals.actor
  if (!actor) throw fact('NotSignedIn')
  if (declared.may !== 'signed_in' && !hasRole(actor, ...declared.may)) throw fact('Forbidden')
  const params = req.params as Record<string, string>
  if (params.id !== undefined && !uuid.test(params.id)) throw fact('NotFound')
  const em = forkFor(world.orm, actor)
  const key = idempotencyKey(req) ?? world.ids()
  const ctx: Context = {
    world,
    actor,
    em,
    params,
    query: declared.query ? declared.query.parse({ ...req.query }) : {},
    body: declared.body ? declared.body.parse(req.body ?? {}) : undefined,
    commandId: commandId(actor.id, `${declared.method} ${req.path}`, key),
    begunBefore: false,
    expectedVersion: ifMatch(req),
    locale: localeOf(req.headers['accept-language']),
    now: world.clock.now(),
  }
  const run = async (inside: EntityManager): Promise<StoredAnswer> => {
    const answer = await declared.handle({ ...ctx, em: inside })
    return {
      status: declared.status ?? 200,
      answer: world.checkAnswers ? declared.answer.parse(answer) : answer,
    }
  }
  if (declared.via === 'read') return em.transactional(run, { readOnly: true })
  const command = {
    id: ctx.commandId,
    actorId: actor.id,
    bodyHash: sha256(JSON.stringify(req.body ?? null)),
    path: req.path,
  }
  if (declared.via === 'transaction')
    return againWhenOvertaken(() =>
      forkFor(world.orm, actor).transactional(async inside => {
        const { before } = await claimCommand(inside, command)
        if (before) return before
        const done = await run(inside)
        await inside.flush()
        await keepAnswer(inside, command.id, done)
        return done
      }),
    )
  const { before, begunBefore } = await claimCommand(em, command)
  if (before) return before
  ctx.begunBefore = begunBefore
  const done = await run(em).catch(asStillRunning(em, command.id))
  if (!declared.secretAnswer && done.status !== 202) await keepAnswer(em, command.id, done)
  return done
}

/** The process has the command and works on it: the caller is told where its end will be found. */
const asStillRunning =
  (em: EntityManager, id: string) =>
  (error: unknown): StoredAnswer => {
    if (!(error instanceof StillRunning)) throw error
    error.end
      .then(
        () => keepAnswer(em.fork(), id, { status: 200, answer: null }),
        late =>
          late instanceof Fact &&
          keepAnswer(em.fork(), id, { status: late.status, answer: { code: late.code } }),
      )
      .catch(() => undefined)
    return { status: 202, answer: { status: `/api/commands/${id}` } }
  }

function idempotencyKey(req: Request): string | null {
  const key = req.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || key.length === 0 || key.length > 128) throw fact('BadShape')
  return key
}

function ifMatch(req: Request): number | null {
  const header = req.headers['if-match']
  if (header === undefined) return null
  const version = /^"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version === undefined) throw fact('BadShape')
  return Number(version)
}
