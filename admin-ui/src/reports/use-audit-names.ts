import { useGetList, useGetMany } from 'react-admin'
import type { z } from 'zod'
import type { UserAnswer } from '#server/access/access.contract.ts'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import type { FunnelVersionAnswer } from '#server/sales/sales.contract.ts'
import { useLocale } from '../shared/i18n/words.ts'
import { type AuditRecord, clientsIn, peopleIn } from './audit-changes.ts'

export interface AuditNames {
  person: (id: string) => string | undefined
  client: (id: string) => string | undefined
  /** A stage by its key; two funnels that call it differently give both names. */
  stage: (key: string) => string | undefined
}

/** Names behind ids and keys of the entries on the page: one request for people, one for clients, one for funnels. */
export function useAuditNames(entries: readonly AuditRecord[]): AuditNames {
  const locale = useLocale()
  const { data: people } = useGetMany<UserAnswer>('users', { ids: peopleIn(entries) })
  const { data: clients } = useGetMany<CompanyAnswer>('companies', { ids: clientsIn(entries) })
  const { data: versions } = useGetList<z.infer<typeof FunnelVersionAnswer>>(
    'funnel-versions',
    { pagination: { page: 1, perPage: 50 }, sort: { field: 'publishedAt', order: 'DESC' } },
    { enabled: entries.some(({ changes }) => 'stage' in changes) },
  )
  const persons = namesOf(people)
  const companies = namesOf(clients)
  const stages = new Map<string, Set<string>>()
  for (const { definition } of versions ?? [])
    for (const { key, name } of stagesOf(definition, locale))
      stages.set(key, (stages.get(key) ?? new Set()).add(name))
  return {
    person: id => persons.get(id),
    client: id => companies.get(id),
    stage: key => [...(stages.get(key) ?? [])].join(' / ') || undefined,
  }
}

/** What was removed since, or is out of sight, comes as nothing. */
const namesOf = (records: readonly ({ id: string; name: string } | undefined)[] | undefined) =>
  new Map((records ?? []).flatMap(one => (one ? [[one.id, one.name] as const] : [])))

/** The contract leaves the definition open; what is not a stage with a name is passed over. */
function stagesOf(definition: unknown, locale: 'ru' | 'en'): { key: string; name: string }[] {
  const { stages } = Object(definition) as { stages?: unknown }
  if (!Array.isArray(stages)) return []
  return stages.flatMap((stage: unknown) => {
    const { key, name } = Object(stage) as { key?: unknown; name?: unknown }
    const word = (Object(name) as Record<string, unknown>)[locale]
    return typeof key === 'string' && typeof word === 'string' ? [{ key, name: word }] : []
  })
}
