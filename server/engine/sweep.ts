import type { MikroORM } from '@mikro-orm/postgresql'
import cron from 'node-cron'
import { forkSystem } from '../shared/sight.ts'
import type { OutboxRelay } from './outbox-relay.ts'

/** Any fixed number: of several servers one sweeps. */
const sweepLock = 7_301_945

/**
 * Re-drives what is left in the outbox, once a minute, in the server's process, since it must run when the engine does
 * not; forgets what was told a month ago.
 */
export function startSweep(orm: MikroORM, relay: OutboxRelay): { stop(): void } {
  const task = cron.schedule('* * * * *', async () => {
    await sweep(orm).catch(() => undefined)
    relay.wake()
  })
  return { stop: () => void task.stop() }
}

/** One round; false where another server sweeps at this moment. */
export const sweep = (orm: MikroORM): Promise<boolean> =>
  forkSystem(orm).transactional(async em => {
    const rows = await em.execute<{ mine: boolean }[]>('select pg_try_advisory_xact_lock(?) as mine', [
      sweepLock,
    ])
    if (!rows[0]?.mine) return false
    await em.execute('update outbox_message set next_at = now() where sent_at is null and next_at > now()')
    await em.execute("delete from outbox_message where sent_at < now() - interval '30 days'")
    await em.execute("delete from session where expires_at < now() - interval '1 day'")
    return true
  })
