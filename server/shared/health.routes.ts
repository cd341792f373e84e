import { Router } from 'express'
import type { HealthPartsAnswer } from '../reports/reports.contract.ts'
import { forkSystem } from './sight.ts'
import type { ServerWorld } from './world.ts'

export interface Readiness {
  ready: boolean
  parts: { key: 'base' | 'engine' | 'worker'; ok: boolean }[]
}

/** Base, engine and a polling worker: all three, or not ready. */
export async function readiness({ orm, gateway }: Pick<ServerWorld, 'orm' | 'gateway'>): Promise<Readiness> {
  const [base, engine] = await Promise.all([
    forkSystem(orm)
      .execute('select 1')
      .then(
        () => true,
        () => false,
      ),
    gateway.ping(),
  ])
  const worker = engine && (await gateway.hasPollers('core').catch(() => false))
  const parts = [
    { key: 'base', ok: base },
    { key: 'engine', ok: engine },
    { key: 'worker', ok: worker },
  ] as const
  return { ready: parts.every(({ ok }) => ok), parts: [...parts] }
}

export function healthRoutes(world: ServerWorld): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => {
    res.json({ live: true })
  })
  router.get('/health/ready', async (_req, res) => {
    const { ready, parts } = await readiness(world)
    if (!ready) res.setHeader('Retry-After', '2')
    res.status(ready ? 200 : 503).json({ ready, away: parts.filter(({ ok }) => !ok).map(({ key }) => key) })
  })
  return router
}

const words = {
  base: { title: 'База данных', ok: 'отвечает', away: 'не отвечает: проверьте PostgreSQL' },
  engine: {
    title: 'Движок процессов',
    ok: 'отвечает',
    away: 'не отвечает: команды ждут, ничего не потеряно',
  },
  worker: { title: 'Исполнитель процессов', ok: 'берёт работу', away: 'не берёт работу: сделки стоят' },
} as const

/** The administrator's first screen: each part in words, and what waits to be told to the engine. */
export async function presentHealth(world: ServerWorld): Promise<HealthPartsAnswer> {
  const { parts } = await readiness(world)
  const rows = await forkSystem(world.orm).execute<
    { waiting: string; oldest: Date | null; problem: string | null }[]
  >(
    `select count(*) as waiting, min(created_at) as oldest, (array_agg(last_error order by id desc) filter (where last_error is not null))[1] as problem
     from outbox_message where sent_at is null`,
  )
  return {
    parts: parts.map(({ key, ok }) => ({
      key,
      title: words[key].title,
      ok,
      words: ok ? words[key].ok : words[key].away,
    })),
    outbox: {
      waiting: Number(rows[0]?.waiting ?? 0),
      oldestAt: rows[0]?.oldest ? new Date(rows[0].oldest).toISOString() : null,
      lastProblem: rows[0]?.problem ?? null,
    },
  }
}
