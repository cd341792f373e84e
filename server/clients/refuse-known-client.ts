import type { EntityManager } from '@mikro-orm/postgresql'
import { fact } from '#domain/shared/fact.ts'
import { lockClientKeys } from './lock-client-keys.ts'

interface Row {
  company_id: string
  owner_name: string
}
export interface ClientKeys {
  inn: string | null
  kpp: string | null
  /** Comparable phones and mails (domain/clients/contact-keys.ts). */
  keys: readonly string[]
}

/**
 * S-010: nobody begins a client that somebody already works with. Looks past the caller's sight and tells only whose
 * it is. `except`: the client's own id when it is changed. @throws ClientExists with ownerName, and nothing more
 */
export async function refuseKnownClient(
  em: EntityManager,
  { inn, kpp, keys }: ClientKeys,
  except: string | null = null,
): Promise<void> {
  await lockClientKeys(em, [inn, ...keys])
  const [known] = await em.execute<Row[]>(
    'select company_id, owner_name from client_exists(?, ?, ?::text[])',
    [inn, kpp, `{${keys.map(key => `"${key.replaceAll(/["\\]/g, sign => `\\${sign}`)}"`).join(',')}}`],
  )
  if (known && known.company_id !== except) throw fact('ClientExists', { ownerName: known.owner_name })
}
