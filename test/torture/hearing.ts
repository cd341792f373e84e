import pg from 'pg'

export interface Hearing {
  /** Called at each change that the base tells, at the moment of its commit, and at every stir. */
  onChange(listener: () => void): () => void
  /** Wakes all who wait, without a change. */
  stir(): void
  /** Listens on a new connection: the base was away. */
  again(): Promise<void>
  close(): Promise<void>
}

/** Hears of changes from the base itself, so that it hears while the server is down. */
export async function openHearing(base: string): Promise<Hearing> {
  const listeners = new Set<() => void>()
  const stir = () => {
    for (const listener of [...listeners]) listener()
  }
  let client = await listen()

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: base })
    next.on('error', () => undefined)
    next.on('notification', stir)
    await next.connect()
    await next.query('listen voronka_changes; listen voronka_outbox')
    return next
  }
  const away = (gone: pg.Client) => gone.end().catch(() => undefined)
  return {
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stir,
    async again() {
      void away(client)
      // Killed again meanwhile: the next start calls again.
      client = await listen().catch(() => client)
      stir()
    },
    close: () => away(client),
  }
}
