import express, { type Request, Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { fact } from '#domain/shared/fact.ts'
import { InboxMessage } from '#domain/shared/inbox-message.entity.ts'
import { sha256 } from '../shared/command-record.ts'
import { jsonBody, plainForm } from '../shared/plain-json.ts'
import { forkSystem } from '../shared/sight.ts'
import type { ServerWorld } from '../shared/world.ts'
import { IntakeForm } from './leads.contract.ts'
import { receiveInquiry } from './receive-inquiry.ts'

const perMinute = 120

/** POST /intake/forms/<key>: a site's form. Answers once the inquiry is stored; needs the base only, never the engine. */
export function intakeRoutes(world: ServerWorld): Router {
  const router = Router()
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })

  router.post(
    '/intake/forms/:key',
    async (req, _res, next) => {
      const state = await limiter.consume(req.ip ?? '').catch(refused => refused)
      if (state instanceof Error) throw state
      if (state.remainingPoints <= 0 && state.consumedPoints > perMinute)
        throw fact('TooManyRequests', { retryAfter: Math.ceil(state.msBeforeNext / 1000) })
      if (req.is('multipart/form-data')) throw fact('UnsupportedMediaType', { type: 'multipart/form-data' })
      next()
    },
    jsonBody('256kb'),
    express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 200 }),
    plainForm,
    async (req, res) => {
      const key = String(req.params.key)
      if (!/^[a-z0-9_-]{1,60}$/.test(key)) throw fact('NotFound')
      if (!req.is('application/json') && !req.is('application/x-www-form-urlencoded'))
        throw fact('UnsupportedMediaType', { type: String(req.headers['content-type'] ?? '').slice(0, 100) })
      const form = IntakeForm.parse(req.body ?? {})
      if (!form.text && !form.phone && !form.email && !form.products?.length) throw fact('EmptyInquiry')
      const inquiryId = await keepOnce(world, key, req, form)
      res.status(202).json({ inquiryId })
    },
  )
  return router
}

/** The same source id or Idempotency-Key makes one inquiry, and the same answer. @throws IdempotencyKeyReused */
async function keepOnce(world: ServerWorld, key: string, req: Request, form: IntakeForm): Promise<string> {
  const header = req.headers['idempotency-key']
  if (header !== undefined && (typeof header !== 'string' || header.length > 128 || !header))
    throw fact('BadShape')
  const sourceId = form.sourceId ?? header
  const bodyHash = sha256(JSON.stringify(form))
  return forkSystem(world.orm).transactional(async em => {
    if (sourceId) {
      const id = `forms/${key}/${sourceId}`
      const mine = await em.execute<{ id: string }[]>(
        `insert into inbox_message (id, body_hash, answer, received_at) values (?, ?, 'null', ?) on conflict (id) do nothing returning id`,
        [id, bodyHash, world.clock.now()],
      )
      if (!mine.length) {
        const before = await em.findOneOrFail(InboxMessage, id)
        if (before.bodyHash !== bodyHash) throw fact('IdempotencyKeyReused')
        return (before.answer as { inquiryId: string }).inquiryId
      }
    }
    const inquiry = await receiveInquiry(em, {
      form,
      raw: { ...form },
      channel: form.channel ?? 'site',
      source: form.source ?? key,
      now: world.clock.now(),
      ids: world.ids,
    })
    if (sourceId)
      await em.execute('update inbox_message set answer = ?::jsonb where id = ?', [
        JSON.stringify({ inquiryId: inquiry.id }),
        `forms/${key}/${sourceId}`,
      ])
    return inquiry.id
  })
}
