import type { EntityManager } from '@mikro-orm/postgresql'
import type { CompiledFunnel } from '#domain/sales/funnel-definition.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'

export interface PublishedFunnel {
  versionId: string
  funnelId: string
  number: number
  funnel: CompiledFunnel
}

// A published version never changes (the base refuses it), so what was read once holds for ever.
const known = new Map<string, PublishedFunnel>()

/** The published versions by id; each is read from the base once in the life of the server. */
export async function funnelVersions(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, PublishedFunnel>> {
  const unknown = [...new Set(ids)].filter(id => !known.has(id))
  if (unknown.length)
    for (const version of await em.find(FunnelVersion, { id: unknown }))
      known.set(version.id, {
        versionId: version.id,
        funnelId: version.funnelId,
        number: version.number,
        funnel: version.definition as CompiledFunnel,
      })
  return new Map(ids.flatMap(id => (known.has(id) ? [[id, known.get(id) as PublishedFunnel] as const] : [])))
}

export async function funnelOf(em: EntityManager, versionId: string): Promise<PublishedFunnel> {
  const found = (await funnelVersions(em, [versionId])).get(versionId)
  if (!found) throw new Error('A deal names a funnel version that is not there')
  return found
}
