import { Router } from 'express'
import { fact } from '#domain/shared/fact.ts'
import { whoAsks } from '../access/sessions.ts'
import type { Actor } from './actor.ts'
import type { Change } from './change-feed.ts'
import { forkFor } from './sight.ts'
import type { ServerWorld } from './world.ts'

/** Tables behind resources whose rows row security guards; anything else needs a company to be asked about. */
const tables: Record<string, string> = {
  companies: 'company',
  contacts: 'contact',
  inquiries: 'inquiry',
  deals: 'deal',
  tasks: 'task',
  interactions: 'interaction',
  notifications: 'notification',
  letters: 'letter',
  offers: 'offer',
  invoices: 'invoice',
  contracts: 'contract',
  approvals: 'approval',
  'department-requests': 'department_request',
  shipments: 'shipment',
  payments: 'payment',
  reservations: 'reservation',
  participations: 'participation',
}
const streamsPerUser = 20
const heartbeatMs = 25_000

/** Server-sent events: which records changed, of those the caller may see. What changed is asked for afterwards. */
export function eventRoutes(world: ServerWorld): Router {
  const router = Router()
  const open = new Map<string, number>()

  router.get('/api/events', (req, res) => {
    const signedIn: Actor | undefined = res.locals.actor
    if (!signedIn) throw fact('NotSignedIn')
    let actor = signedIn
    const mine = open.get(actor.id) ?? 0
    if (mine >= streamsPerUser) throw fact('TooManyRequests', { retryAfter: 30 })
    open.set(actor.id, mine + 1)
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    })
    res.write('retry: 2000\n\n')
    const heartbeat = setInterval(() => {
      if (!res.writableEnded) res.write(': still here\n\n')
      void askAgain()
    }, heartbeatMs)
    const stop = world.changes.subscribe(change => void tell(change))
    /** Sessions end, roles and absences change while the stream is open; while the base is away it stays as it was. */
    async function askAgain() {
      const { orm, clock, settings } = world
      const now = await whoAsks(orm, req, clock.now(), settings.secureCookies, false).catch(() => actor)
      if (now) actor = now
      else res.end()
    }
    async function tell(change: Change) {
      if (change.resource === 'users') await askAgain()
      if ((await maySee(world, actor, change).catch(() => false)) && !res.writableEnded)
        res.write(
          `data: ${JSON.stringify({ resource: change.resource, id: change.id, version: change.version })}\n\n`,
        )
    }
    res.on('close', () => {
      clearInterval(heartbeat)
      stop()
      open.set(actor.id, (open.get(actor.id) ?? 1) - 1)
    })
  })
  return router
}

/** Asked of the base under the caller's own sight, for each event anew: sight may have closed meanwhile. */
async function maySee(world: ServerWorld, actor: Actor, { resource, id }: Change): Promise<boolean> {
  const table = tables[resource]
  if (!table) return actor.sight === 'whole' || resource === 'funnels'
  const rows = await forkFor(world.orm, actor).execute<{ id: string }[]>(
    `select id from ${table} where id = ?`,
    [id],
  )
  return rows.length > 0
}
