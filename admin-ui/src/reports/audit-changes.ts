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
  'definition',
  'generation',
  'key',
  'message_id',
  'plan',
  'seat_id',
  'sha256',
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

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Changes a person can read, in the order of the journal; of a new record only what was filled in. */
export function changesOf(entry: Changes): FieldChange[] {
  return Object.entries(entry.changes)
    .map(([field, pair]) => {
      const [was, became] = Array.isArray(pair) ? pair : [null, pair]
      return { field, was, became }
    })
    .filter(({ field, was, became }) => !machine.has(field) && !(isEmpty(was) && isEmpty(became)))
}

/** What to call the record when the entry itself says it: its name as it became, or as it was. */
export function nameOf(entry: Changes): string | null {
  for (const field of names) {
    const pair = entry.changes[field]
    const value = Array.isArray(pair) ? (pair[1] ?? pair[0]) : null
    if (typeof value === 'string' && value.trim()) return value.trim()
  }
  return null
}

/** How to read one value of one field. */
export function readingOf(field: string, value: unknown): Reading {
  if (isEmpty(value)) return { as: 'nothing' }
  if (typeof value === 'boolean') return { as: value ? 'yes' : 'no' }
  if (field.endsWith('_kopecks')) return { as: 'money', kopecks: Number(value) }
  if (Array.isArray(value)) return listed(value)
  if (typeof value === 'object') return { as: 'data' }
  const text = String(value)
  const resource = records[field]
  if (people.has(field)) return { as: 'person', id: text }
  if (resource) return { as: 'record', resource, id: text }
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { as: 'moment', at: text }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { as: 'day', on: text }
  return { as: 'words', text }
}

const listed = (values: unknown[]): Reading =>
  values.every(one => typeof one === 'string' || typeof one === 'number')
    ? { as: 'words', text: values.join(', ') }
    : { as: 'many', count: values.length }

/** Everyone mentioned by id, once: their names are asked for in one request. */
export function peopleIn(entries: readonly Changes[]): string[] {
  const ids = entries.flatMap(({ changes }) =>
    Object.entries(changes)
      .filter(([field]) => people.has(field))
      .flatMap(([, pair]) => (Array.isArray(pair) ? pair : []))
      .filter(value => typeof value === 'string'),
  )
  return [...new Set(ids)]
}
