import type { z } from 'zod'
import type { AuditAnswer } from '#server/reports/reports.contract.ts'

/** One entry of the journal of changes. */
export type AuditRecord = z.infer<typeof AuditAnswer>
type Changes = Pick<AuditRecord, 'changes'>

/** One field of a journal entry: what it was and what it became, as the base told it. */
export interface FieldChange {
  field: string
  was: unknown
  became: unknown
}

/** How a value of the journal is to be read aloud. */
export type Reading =
  | { as: 'nothing' }
  | { as: 'words'; text: string }
  | { as: 'money'; kopecks: number }
  | { as: 'number'; decimal: string }
  | { as: 'moment'; at: string }
  | { as: 'day'; on: string }
  | { as: 'yes' | 'no' }
  | { as: 'person'; id: string }
  | { as: 'record'; resource: string; id: string }
  | { as: 'many'; count: number }
  | { as: 'data' }

/** Fields that only the machine reads: keys, seats, inner states. */
const machine = new Set([
  'id',
  'created_at',
  'current_steps',
  'definition',
  'generation',
  'key',
  'message_id',
  'plan',
  'seat_id',
  'sha256',
  'subject_id',
  'subject_type',
  'subject_version',
  'waiting_seats',
])

const people = new Set([
  'assignee_id',
  'author_id',
  'created_by',
  'entered_by',
  'head_id',
  'matched_by',
  'owner_id',
  'published_by',
  'shipped_by',
  'stand_in_id',
  'user_id',
])

const records: Record<string, string> = {
  approval_id: 'approvals',
  company_id: 'companies',
  deal_id: 'deals',
  inquiry_id: 'inquiries',
  invoice_id: 'invoices',
  offer_id: 'offers',
  payment_id: 'payments',
  request_id: 'department-requests',
}

/** What names a record to a person, the best first. */
const names = ['name', 'title', 'number', 'subject', 'payer_name', 'text', 'login']

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Of a whole record: neither what it begins with although nobody said it, nor what reads as no words. */
const isTold = (field: string, value: unknown): boolean =>
  !isEmpty(value) && value !== false && value !== 0 && readingOf(field, value).as !== 'data'

/** Changes a person can read, in the order of the journal; of a new record only what was filled in. */
export function changesOf({ verb, changes }: Pick<AuditRecord, 'verb' | 'changes'>): FieldChange[] {
  const all = Object.entries(changes).map(([field, pair]) => {
    const [was, became] = Array.isArray(pair) ? pair : [null, pair]
    return { field, was, became }
  })
  if (verb === 'update')
    return all.filter(({ field, was, became }) => !machine.has(field) && !(isEmpty(was) && isEmpty(became)))
  const said = namingField({ changes })
  return all.filter(
    ({ field, was, became }) =>
      // Client and name of a whole record stand in its title.
      !machine.has(field) && field !== 'company_id' && field !== said && isTold(field, became ?? was),
  )
}

const namingField = ({ changes }: Changes): string | undefined =>
  names.find(field => typeof wordOf(changes[field]) === 'string')

const wordOf = (pair: unknown): string | null => {
  const value = Array.isArray(pair) ? (pair[1] ?? pair[0]) : null
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

/** What to call the record when the entry itself says it: its name as it became, or as it was. */
export function nameOf(entry: Changes): string | null {
  const field = namingField(entry)
  return field === undefined ? null : wordOf(entry.changes[field])
}

/** How to read one value of one field. */
export function readingOf(field: string, value: unknown): Reading {
  if (isEmpty(value)) return { as: 'nothing' }
  if (typeof value === 'boolean') return { as: value ? 'yes' : 'no' }
  if (field.endsWith('_kopecks')) return { as: 'money', kopecks: Number(value) }
  if (/(_percent|quantity)$/.test(field)) return { as: 'number', decimal: String(value) }
  if (Array.isArray(value)) return listed(value)
  if (typeof value === 'object') return { as: 'data' }
  const text = String(value)
  const resource = records[field]
  if (people.has(field)) return { as: 'person', id: text }
  if (resource) return { as: 'record', resource, id: text }
  // Another record without a page or a name here: the id itself would tell nobody anything.
  if (field.endsWith('_id') && uuid.test(text)) return { as: 'data' }
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { as: 'moment', at: text }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { as: 'day', on: text }
  return { as: 'words', text }
}

const listed = (values: unknown[]): Reading =>
  values.every(one => typeof one === 'string' || typeof one === 'number')
    ? { as: 'words', text: values.join(', ') }
    : { as: 'many', count: values.length }

/** Whether both sides read the same aloud: something inside a list or a record changed, not their number. */
export function changedInside({ field, was, became }: FieldChange): boolean {
  const [before, after] = [readingOf(field, was), readingOf(field, became)]
  if (before.as === 'many' && after.as === 'many') return before.count === after.count
  return before.as === 'data' && after.as === 'data'
}

/** Everyone these entries are of or mention, once: their names are asked for in one request. */
export const peopleIn = (entries: readonly Mention[]): string[] =>
  distinct([
    ...idsIn(entries, field => people.has(field)),
    ...entries.flatMap(({ resource, recordId }) => (resource === 'users' ? recordId : [])),
  ])

/** Every client these entries are of or mention, once. */
export const clientsIn = (entries: readonly Mention[]): string[] =>
  distinct([
    ...idsIn(entries, field => records[field] === 'companies'),
    ...entries.flatMap(({ companyId }) => companyId ?? []),
  ])

type Mention = Pick<AuditRecord, 'changes' | 'resource' | 'recordId' | 'companyId'>
const distinct = (ids: string[]): string[] => [...new Set(ids)]

const idsIn = (entries: readonly Changes[], fits: (field: string) => boolean): string[] =>
  entries.flatMap(({ changes }) =>
    Object.entries(changes)
      .filter(([field]) => fits(field))
      .flatMap(([, pair]) => (Array.isArray(pair) ? pair : []))
      .filter(value => typeof value === 'string'),
  )
