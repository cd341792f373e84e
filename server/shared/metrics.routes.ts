import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { fact } from '#domain/shared/fact.ts'
import { type Actor, hasRole } from './actor.ts'
import { readiness } from './health.routes.ts'
import { forkSystem } from './sight.ts'
import type { ServerWorld } from './world.ts'

/** Prometheus form; for administrators, or from the addresses in METRICS_ALLOW. */
export function metricsRoutes(world: ServerWorld): Router {
  const router = Router()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'voronka_' })
  const waiting = new Gauge({
    name: 'voronka_outbox_waiting',
    help: 'Messages not yet told to the engine',
    registers: [registry],
  })
  const up = new Gauge({
    name: 'voronka_part_up',
    help: '1 when the part answers',
    labelNames: ['part'],
    registers: [registry],
  })

  router.get('/metrics', async (req, res) => {
    const actor: Actor | undefined = res.locals.actor
    if (!world.settings.metricsAllow.includes(req.ip ?? '') && !(actor && hasRole(actor, 'admin')))
      throw fact('NotFound')
    for (const { key, ok } of (await readiness(world)).parts) up.set({ part: key }, ok ? 1 : 0)
    const rows = await forkSystem(world.orm).execute<{ n: string }[]>(
      'select count(*) as n from outbox_message where sent_at is null',
    )
    waiting.set(Number(rows[0]?.n ?? 0))
    res.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
