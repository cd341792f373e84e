import pg from 'pg'
import type { Logger } from 'pino'

/** One change in the base: which record, of which client. Never what is in it. */
export interface Change {
  resource: string
  id: string
  companyId: string | null
  version: number | null
}
export interface ChangeFeed {
  subscribe(listener: (change: Change) => void): () => void
  close(): Promise<void>
}

/** Hears NOTIFY on one connection and hands it on; after a lost connection it listens again by itself. */
export function openChangeFeed(url: string, log: Logger, onOutbox: () => void): ChangeFeed {
  const listeners = new Set<(change: Change) => void>()
  let client: pg.Client | null = null
  let closed = false
  let again: NodeJS.Timeout | undefined

  async function listen() {
    const next = new pg.Client({ connectionString: url })
    client = next
    next.on('error', () => retry(next))
    next.on('end', () => retry(next))
    next.on('notification', ({ channel, payload }) => {
      if (channel === 'voronka_outbox') return onOutbox()
      const change: Change = JSON.parse(payload ?? '{}')
      for (const listener of listeners) listener(change)
    })
    try {
      await next.connect()
      await next.query('listen voronka_changes; listen voronka_outbox')
      onOutbox()
    } catch {
      retry(next)
    }
  }
  function retry(from: pg.Client) {
    if (closed || client !== from) return
    client = null
    log.warn('change feed lost its connection, listening again')
    from.end().catch(() => undefined)
    again = setTimeout(() => void listen(), 1_000)
  }
  void listen()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
