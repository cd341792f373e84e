import type { EntityManager } from '@mikro-orm/postgresql'
import type { Locale } from '#domain/shared/fact.ts'
import type { Actor } from '../../shared/actor.ts'
import type { TodayAnswer } from '../engagement.contract.ts'

export type Section = TodayAnswer['sections'][number]
export type Item = Section['items'][number]

/** The reader and the edges of his day. */
export interface Day {
  em: EntityManager
  actor: Actor
  locale: Locale
  now: Date
  /** Midnight that ends today and the one that ends tomorrow, by the company's clock. */
  endOfToday: Date
  endOfTomorrow: Date
  /** YYYY-MM-DD by the company's clock. */
  today: string
}

/** What every section's query answers with. */
export interface Row {
  id: string
  what: string
  who: string | null
  why: string | null
  since: Date | string | null
  due_at: Date | string | null
  amount: string | null
  resource: string
  record_id: string
  deal_id: string | null
  state: string | null
  total: string
}

const itemsShown = 20

export interface Words {
  ru: string
  en: string
}
interface Asked {
  key: string
  title: Words
  /** Selects the columns of Row but `total`. */
  sql: string
  params: unknown[]
  /** Puts the reason into words where the base holds a key. */
  why?: (key: string, locale: Locale) => string
  action?: (row: Row) => { verb: string; resource?: string; label: Words } | null
  /** Whether sums may be shown; they are left out unless told. */
  sums?: boolean
}

/** One query, the most urgent first, with how many there are in all. */
export async function section({ em, locale, now }: Day, asked: Asked): Promise<Section> {
  const rows = await em.execute<Row[]>(
    `select x.*, count(*) over () as total from (${asked.sql}) x order by x.due_at nulls last, x.since, x.id limit ${itemsShown}`,
    asked.params,
  )
  return {
    key: asked.key,
    title: asked.title[locale],
    total: Number(rows[0]?.total ?? 0),
    items: rows.map(row => {
      const action = asked.action?.(row)
      return {
        id: row.id,
        what: row.what,
        who: row.who,
        why: row.why !== null && asked.why ? asked.why(row.why, locale) : row.why,
        since: iso(row.since),
        dueAt: iso(row.due_at),
        overdue: row.due_at !== null && new Date(row.due_at) < now,
        amountKopecks: asked.sums && row.amount !== null ? Number(row.amount) : null,
        resource: row.resource,
        recordId: row.record_id,
        dealId: row.deal_id,
        action: action
          ? {
              verb: action.verb,
              resource: action.resource ?? row.resource,
              id: row.record_id,
              label: action.label[locale],
            }
          : null,
      }
    }),
  }
}

const iso = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString())

/** A parameter for `= any (?::uuid[])`. */
export const uuids = (ids: readonly string[]) => `{${ids.join(',')}}`
