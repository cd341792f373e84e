import { z } from 'zod'
import { Id, pageOf, Time } from '../shared/contract-parts.ts'

export const AuditAnswer = z.strictObject({
  id: z.string(),
  at: Time,
  actor: z.string().nullable(),
  actorName: z.string().nullable(),
  resource: z.string(),
  recordId: z.string(),
  companyId: Id.nullable(),
  verb: z.string(),
  changes: z.record(z.string(), z.unknown()),
})
export const AuditQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100).optional(),
  perPage: z.coerce.number().int().min(1).max(100).optional(),
  sort: z.literal('at').optional(),
  order: z.enum(['desc', 'DESC']).optional(),
  filter: z.string().max(2_000).optional(),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
export const AuditPage = pageOf(AuditAnswer)
/** Search over everything the caller may see. */
export const SearchAnswer = z.strictObject({
  groups: z.array(
    z.strictObject({
      resource: z.string(),
      items: z.array(
        z.strictObject({ id: Id, title: z.string(), note: z.string().nullable(), companyId: Id.nullable() }),
      ),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
export const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(200) })
export const HealthPartsAnswer = z.strictObject({
  parts: z.array(z.strictObject({ key: z.string(), title: z.string(), ok: z.boolean(), words: z.string() })),
  outbox: z.strictObject({ waiting: z.int(), oldestAt: Time.nullable(), lastProblem: z.string().nullable() }),
})
export type HealthPartsAnswer = z.infer<typeof HealthPartsAnswer>
/** What the login screen may know before anybody signs in. */
export const DemoAnswer = z.strictObject({
  logins: z.array(z.strictObject({ login: z.string(), name: z.string(), roles: z.array(z.string()) })),
})
export const CommandStatusAnswer = z.strictObject({
  id: z.string(),
  done: z.boolean(),
  status: z.int().nullable(),
  answer: z.unknown(),
})
