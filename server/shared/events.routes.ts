import { Router } from 'express'
import { fact } from '#domain/shared/fact.ts'
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
    const actor: Actor | undefined = res.locals.actor
    if (!actor) throw fact('NotSignedIn')
    const mine = open.get(actor.id) ?? 0
    if (mine >= streamsPerUser) throw fact('TooManyRequests', { retryAfter: 30 })
    open.set(actor.id, mine + 1)
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    })
    res.write('retry: 2000\n\n')
    const heartbeat = setInterval(() => res.write(': still here\n\n'), heartbeatMs)
    const stop = world.changes.subscribe(change => void tell(change))
    async function tell(change: Change) {
      if (await maySee(world, actor as Actor, change).catch(() => false))
        res.write(
          `data: ${JSON.stringify({ resource: change.resource, id: change.id, version: change.version })}\n\n`,
        )
    }
    req.on('close', () => {
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
