import type { EntityManager, EntityName, FilterQuery } from '@mikro-orm/postgresql'
import { z } from 'zod'
import { fact } from '#domain/shared/fact.ts'
import type { ListQuery } from './contract-parts.ts'
import { parseJson } from './plain-json.ts'

const countAtMost = 10_000
const deepest = 10_000

/** What a list offers: fields to sort by and filters with the condition each stands for. */
export interface ListOf<E extends object> {
  entity: EntityName<E>
  /** Field in the address → property of the entity. The first is the default. */
  sort: Record<string, keyof E & string>
  defaultOrder?: 'asc' | 'desc'
  /** Name in `filter` → checked value → condition. `id` (one or many) is always there. */
  filter: Record<string, (value: unknown) => FilterQuery<E>>
  /** `q`: fragments of words → condition. */
  search?: (q: string, em: EntityManager) => Promise<FilterQuery<E>> | FilterQuery<E>
  /** Always holds: the list's own condition beside row security. */
  where?: FilterQuery<E>
  populate?: (keyof E & string)[]
}
export interface Page<T> {
  data: T[]
  total: number
  totalIsEstimate: boolean
  next: string | null
}

const ids = z.union([z.uuid(), z.array(z.uuid()).max(200)])

/** One page: by number, or by a cursor whose cost does not grow with depth. */
export async function listPage<E extends { id: string }, T>(
  em: EntityManager,
  list: ListOf<E>,
  query: ListQuery,
  present: (rows: E[]) => Promise<T[]> | T[],
): Promise<Page<T>> {
  const perPage = query.perPage ?? 25
  const sortName = query.sort ?? Object.keys(list.sort)[0] ?? 'id'
  const property =
    sortName === 'id' ? 'id' : Object.hasOwn(list.sort, sortName) ? list.sort[sortName] : undefined
  if (!property) throw fact('UnknownField', { field: sortName })
  const order = (query.order?.toLowerCase() ?? (query.sort ? 'asc' : (list.defaultOrder ?? 'asc'))) as
    | 'asc'
    | 'desc'
  const where = [...(list.where ? [list.where] : []), ...conditions(list, query.filter)]
  if (query.q?.trim()) {
    if (!list.search) throw fact('UnknownField', { field: 'q' })
    where.push(await list.search(query.q.trim(), em))
  }
  const all = { $and: where } as FilterQuery<E>
  const offset = query.after ? 0 : ((query.page ?? 1) - 1) * perPage
  if (offset > deepest) throw fact('BadCursor')
  const paged = query.after
    ? ({ $and: [...where, beyond(property, order, query.after)] } as FilterQuery<E>)
    : all
  const rows = (await em.find(list.entity, paged, {
    orderBy: [{ [property]: order }, { id: order }] as never,
    limit: perPage + 1,
    offset,
    ...(list.populate ? { populate: list.populate as never } : {}),
  })) as E[]
  const page = rows.slice(0, perPage)
  const last = page.at(-1)
  const { total, totalIsEstimate } =
    !query.after && offset === 0 && rows.length <= perPage
      ? { total: rows.length, totalIsEstimate: false }
      : await countUpTo(em, list.entity, all)
  return {
    data: await present(page),
    total,
    totalIsEstimate,
    next: rows.length > perPage && last ? cursor((last as Record<string, unknown>)[property], last.id) : null,
  }
}

async function countUpTo<E extends object>(em: EntityManager, entity: EntityName<E>, where: FilterQuery<E>) {
  const inner = em
    .createQueryBuilder(entity, 'e')
    .select('id' as never)
    .where(where as never)
    .limit(countAtMost + 1)
  const rows = await em.execute<{ total: string }[]>(
    `select count(*) as total from (${inner.getFormattedQuery()}) counted`,
  )
  const total = Number(rows[0]?.total ?? 0)
  return { total: Math.min(total, countAtMost), totalIsEstimate: total > countAtMost }
}

function conditions<E extends object>(list: ListOf<E>, filter: string | undefined): FilterQuery<E>[] {
  if (!filter) return []
  const wanted = parseObject(filter)
  const entries = Object.entries(wanted)
  if (entries.length > 20) throw fact('BadShape')
  return entries.map(([field, value]) => {
    if (field === 'id') return { id: ids.parse(value) } as FilterQuery<E>
    const condition = Object.hasOwn(list.filter, field) ? list.filter[field] : undefined
    if (!condition) throw fact('UnknownField', { field })
    return condition(value)
  })
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const parsed = parseJson(text)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>
  } catch {
    // Falls through: not JSON is the same refusal as not an object.
  }
  throw fact('BadShape')
}

const cursor = (value: unknown, id: string) =>
  Buffer.from(
    JSON.stringify([
      value instanceof Date
        ? { at: value.toISOString() }
        : typeof value === 'bigint'
          ? { n: String(value) }
          : (value ?? null),
      id,
    ]),
  ).toString('base64url')

const Cursor = z.tuple([
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ at: z.iso.datetime() }),
    z.strictObject({ n: z.string().regex(/^-?\d+$/) }),
  ]),
  z.uuid(),
])

function beyond<E extends object>(property: string, order: 'asc' | 'desc', after: string): FilterQuery<E> {
  const parsed = Cursor.safeParse(safeJson(after))
  if (!parsed.success) throw fact('BadCursor')
  const [raw, id] = parsed.data
  const value =
    raw !== null && typeof raw === 'object' ? ('at' in raw ? new Date(raw.at) : BigInt(raw.n)) : raw
  const further = order === 'asc' ? '$gt' : '$lt'
  if (property === 'id') return { id: { [further]: id } } as FilterQuery<E>
  // PostgreSQL puts null last going up and first going down.
  if (value === null)
    return (
      order === 'asc'
        ? { [property]: null, id: { $gt: id } }
        : { $or: [{ [property]: null, id: { $lt: id } }, { [property]: { $ne: null } }] }
    ) as FilterQuery<E>
  const beyondValue = {
    $or: [{ [property]: { [further]: value } }, { [property]: value, id: { [further]: id } }],
  }
  return (
    order === 'asc' ? { $or: [...beyondValue.$or, { [property]: null }] } : beyondValue
  ) as FilterQuery<E>
}

function safeJson(after: string): unknown {
  try {
    return parseJson(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
