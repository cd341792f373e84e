import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import { z } from 'zod'
import { AuditEntry } from '#domain/shared/audit-entry.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { userNames } from '../shared/names-of.ts'
import { operation } from '../shared/operation.ts'
import { parseJson } from '../shared/plain-json.ts'
import { AuditPage, AuditQuery } from './reports.contract.ts'

const countAtMost = 10_000

const Filter = z.strictObject({
  resource: z.string().max(60).optional(),
  recordId: z.string().max(60).optional(),
  companyId: z.uuid().optional(),
  actor: z.uuid().optional(),
  verb: z.enum(['insert', 'update', 'delete']).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})

function conditions(text: string | undefined): FilterQuery<AuditEntry>[] {
  if (!text) return []
  const { from, until, ...same } = Filter.parse(parsed(text))
  const wanted: object[] = [same]
  if (from) wanted.push({ at: { $gte: new Date(from) } })
  if (until) wanted.push({ at: { $lte: new Date(until) } })
  return wanted as FilterQuery<AuditEntry>[]
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    throw fact('BadShape')
  }
}

async function countUpTo(em: EntityManager, where: FilterQuery<AuditEntry>) {
  const inner = em
    .createQueryBuilder(AuditEntry, 'e')
    .select('id' as never)
    .where(where as never)
    .limit(countAtMost + 1)
  const [row] = await em.execute<{ total: string }[]>(
    `select count(*) as total from (${inner.getFormattedQuery()}) counted`,
  )
  const total = Number(row?.total ?? 0)
  return { total: Math.min(total, countAtMost), totalIsEstimate: total > countAtMost }
}

const isId = (actor: string | null | undefined): actor is string =>
  actor != null && z.uuid().safeParse(actor).success

export const auditOperations = [
  operation({
    name: 'listAudit',
    method: 'get',
    path: '/api/audit',
    summary: 'Who changed what, old and new, newest first',
    via: 'read',
    may: ['director', 'admin'],
    query: AuditQuery,
    answer: AuditPage,
    async handle({ em, query }) {
      const perPage = query.perPage ?? 25
      const where = { $and: conditions(query.filter) } as FilterQuery<AuditEntry>
      const onward = query.after ? ({ $and: [where, { id: { $lt: query.after } }] } as typeof where) : where
      const rows = await em.find(AuditEntry, onward, {
        orderBy: { id: 'desc' },
        limit: perPage + 1,
        offset: query.after ? 0 : ((query.page ?? 1) - 1) * perPage,
      })
      const page = rows.slice(0, perPage)
      const names = await userNames(
        em,
        page.map(({ actor }) => (isId(actor) ? actor : null)),
      )
      return {
        data: page.map(entry => ({
          id: entry.id,
          at: entry.at.toISOString(),
          actor: entry.actor ?? null,
          actorName: names.get(entry.actor ?? '') ?? null,
          resource: entry.resource,
          recordId: entry.recordId,
          companyId: entry.companyId ?? null,
          verb: entry.verb,
          changes: entry.changes,
        })),
        ...(await countUpTo(em, where)),
        next: rows.length > perPage ? (page.at(-1)?.id ?? null) : null,
      }
    },
  }),
]
