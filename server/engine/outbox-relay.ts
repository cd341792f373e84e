import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { forkSystem } from '../shared/sight.ts'
import type { Gateway } from './gateway.ts'

interface Row {
  id: string
  kind: 'start' | 'signal'
  name: string
  workflow_id: string
  payload: Record<string, unknown>
  attempts: number
}
export interface OutboxRelay {
  /** Look now: something was written, or may have been left. */
  wake(): void
  stop(): Promise<void>
}

const batch = 50

/**
 * Tells the engine what transactions left in the outbox. Claims rows under SKIP LOCKED, so several servers may run;
 * never sends a row while an earlier one of the same process is unsent; gives up on none, and waits longer each time.
 */
export function startOutboxRelay(orm: MikroORM, gateway: Gateway, log: Logger): OutboxRelay {
  let stopped = false
  let asked = true
  let wakeUp: () => void = () => {}
  const idle = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, 1_000)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    while (!stopped) {
      asked = false
      const sent = await sendBatch(orm, gateway, log).catch(() => 0)
      if (sent < batch && !asked && !stopped) await idle()
    }
  }
  const running = run()
  return {
    wake() {
      asked = true
      wakeUp()
    },
    async stop() {
      stopped = true
      wakeUp()
      await running
    },
  }
}

/** One claim of due rows; answers how many were taken. */
export const sendBatch = (orm: MikroORM, gateway: Gateway, log: Logger): Promise<number> =>
  sendRows(
    orm,
    gateway,
    log,
    `select id, kind, name, workflow_id, payload, attempts from outbox_message o
     where sent_at is null and next_at <= now()
       and not exists (select 1 from outbox_message earlier
         where earlier.workflow_id = o.workflow_id and earlier.sent_at is null and earlier.id < o.id)
     order by id limit ${batch} for update skip locked`,
    [],
  )

/** What waits for one process, now, behind whoever is sending it already: for a caller who needs that process. */
export const sendPendingOf = (
  orm: MikroORM,
  gateway: Gateway,
  log: Logger,
  workflowId: string,
): Promise<number> =>
  sendRows(
    orm,
    gateway,
    log,
    `select id, kind, name, workflow_id, payload, attempts from outbox_message
     where workflow_id = ? and (sent_at is null or (kind = 'start' and sent_at > now() - interval '10 seconds')) order by id for update`,
    [workflowId],
  )

async function sendRows(
  orm: MikroORM,
  gateway: Gateway,
  log: Logger,
  query: string,
  params: string[],
): Promise<number> {
  return forkSystem(orm).transactional(async em => {
    const rows = await em.execute<Row[]>(query, params)
    for (const row of rows) {
      const problem = await send(gateway, log, row)
      if (problem) {
        log.warn({ outbox: row.id, kind: row.kind, name: row.name, problem }, 'not told yet')
        const pause = Math.min(60, 2 ** Math.min(row.attempts, 6))
        await em.execute(
          `update outbox_message set attempts = attempts + 1, last_error = ?, next_at = now() + interval '${pause} seconds' where id = ?`,
          [problem, row.id],
        )
        // Most likely the engine is away: the rest of the batch would only wait for the same silence.
        break
      } else
        await em.execute('update outbox_message set sent_at = now(), attempts = attempts + 1 where id = ?', [
          row.id,
        ])
    }
    return rows.length
  })
}

/** Null when told; otherwise what stood in the way, without data. */
async function send(
  gateway: Gateway,
  log: Logger,
  { id, kind, name, workflow_id, payload }: Row,
): Promise<string | null> {
  try {
    if (kind === 'start') await gateway.start(name, workflow_id, payload)
    else if (!(await gateway.signal(workflow_id, name, { messageId: `outbox/${id}`, ...payload })))
      // A process that has ended hears nothing more; its projection tells the end.
      log.info({ outbox: id, name }, 'told a process that has ended')
    return null
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}
