import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'react-admin'
import { call } from './http.ts'
import { Refusal, StaleRecord } from './problem.ts'
import { sendCommand } from './send-command.ts'

interface Page {
  data: RaRecord[]
  total: number
  totalIsEstimate: boolean
  next: string | null
}

/** The nine methods of react-admin over our lists and records, and verbs as one more. */
export interface VoronkaDataProvider extends DataProvider {
  /** `POST /api/<resource>/<id>/<verb>`: answers with the record after the command. */
  command: typeof sendCommand
}

type ListParams = Partial<Pick<GetListParams, 'pagination' | 'sort' | 'filter' | 'signal'>>

/** `q` travels by itself; every other key of a filter is a typed field of the contract. */
export function listQuery({ pagination, sort, filter }: ListParams): string {
  const { q, ...fields } = Object(filter) as Record<string, unknown>
  const query = new URLSearchParams()
  if (pagination) {
    query.set('page', String(pagination.page))
    query.set('perPage', String(pagination.perPage))
  }
  if (sort?.field) {
    query.set('sort', sort.field)
    query.set('order', sort.order === 'DESC' ? 'desc' : 'asc')
  }
  if (typeof q === 'string' && q.trim()) query.set('q', q.trim())
  if (Object.keys(fields).length > 0) query.set('filter', JSON.stringify(fields))
  return query.toString()
}

async function list(resource: string, params: ListParams): Promise<GetListResult> {
  const { body } = await call<Page>(`/${resource}?${listQuery(params)}`, { signal: params.signal })
  return {
    data: body.data,
    total: body.total,
    pageInfo: { hasNextPage: body.next !== null, hasPreviousPage: (params.pagination?.page ?? 1) > 1 },
    meta: { totalIsEstimate: body.totalIsEstimate },
  }
}

const address = (resource: string, id: unknown): string => `/${resource}/${encodeURIComponent(String(id))}`

const ifMatch = (previous: object | undefined): Record<string, string> => {
  const { version } = Object(previous) as { version?: unknown }
  return version === undefined ? {} : { 'if-match': `"${String(version)}"` }
}

/** Only what differs travels: a field nobody touched must not overwrite somebody's change. */
export function changed(data: object, previous: object | undefined): Record<string, unknown> {
  const before = new Map(Object.entries(previous ?? {}))
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before.get(key))
  return Object.fromEntries(Object.entries(data).filter(differs))
}

async function patch(resource: string, id: unknown, data: object, previous: object | undefined) {
  const body = changed(data, previous)
  try {
    return await call<RaRecord>(address(resource, id), { method: 'PATCH', body, headers: ifMatch(previous) })
  } catch (error) {
    if (error instanceof Refusal && error.status === 412) throw new StaleRecord(error.problem, body)
    throw error
  }
}

const oneCommandOnly = (): Promise<never> =>
  Promise.reject(new Error('Many records change by one named command, not by one request each'))

/** react-admin types its records per call; what comes over the wire is checked by the contract's tests. */
export const dataProvider = {
  supportAbortSignal: true,
  getList: (resource, params) => list(resource, params),
  getManyReference: (resource, { target, id, filter, ...params }) =>
    list(resource, { ...params, filter: { ...filter, [target]: id } }),
  getOne: async (resource, { id, signal }) => ({
    data: (await call<RaRecord>(address(resource, id), { signal })).body,
  }),
  getMany: async (resource, { ids, signal }) =>
    ids.length === 0
      ? { data: [] }
      : list(resource, {
          pagination: { page: 1, perPage: Math.min(100, ids.length) },
          filter: { id: ids },
          signal,
        }),
  create: async (resource, { data, meta }) => ({
    data: (
      await call<RaRecord>(`/${resource}`, {
        method: 'POST',
        body: data,
        headers: { 'idempotency-key': meta?.key ?? crypto.randomUUID() },
      })
    ).body,
  }),
  update: async (resource, { id, data, previousData }) => ({
    data: (await patch(resource, id, data, previousData)).body,
  }),
  delete: async (resource, { id, previousData }) => {
    await call(address(resource, id), { method: 'DELETE', headers: ifMatch(previousData) })
    return { data: previousData ?? { id } }
  },
  updateMany: oneCommandOnly,
  deleteMany: oneCommandOnly,
  command: sendCommand,
} as VoronkaDataProvider
