import type { EntityManager } from '@mikro-orm/postgresql'

/**
 * Whoever looks whether a client is known, to make it if not, goes one after another with all who look for the same
 * phone, mail or ИНН; held until the transaction ends. In one order, so that two who share several do not block each
 * other.
 */
export async function lockClientKeys(em: EntityManager, keys: readonly (string | null)[]): Promise<void> {
  const known = new Set(keys.filter(key => key !== null))
  for (const key of [...known].toSorted())
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`client ${key}`])
}
