import { z } from 'zod'
import { Can, Id, Line, Name, pageOf, Time, Version, Words } from '../shared/contract-parts.ts'

export const TaskAnswer = z.strictObject({
  id: Id,
  title: z.string(),
  reason: z.string().nullable(),
  kind: z.string(),
  companyId: Id.nullable(),
  companyName: z.string().nullable(),
  dealId: Id.nullable(),
  dealTitle: z.string().nullable(),
  assigneeId: Id,
  assigneeName: z.string(),
  dueAt: Time,
  overdue: z.boolean(),
  status: z.enum(['open', 'done', 'cancelled']),
  doneAt: Time.nullable(),
  result: z.string().nullable(),
  createdAt: Time,
  version: Version,
  can: Can,
})
export type TaskAnswer = z.infer<typeof TaskAnswer>
export const TaskPage = pageOf(TaskAnswer)
export const CreateTask = z.strictObject({
  title: Name,
  kind: z.enum(['call', 'check_call', 'letter', 'meeting', 'offer', 'other']).optional(),
  companyId: Id.nullable().optional(),
  dealId: Id.nullable().optional(),
  assigneeId: Id.optional(),
  dueAt: Time,
})
export const ChangeTask = CreateTask.pick({
  title: true,
  kind: true,
  assigneeId: true,
  dueAt: true,
}).partial()
export const DoneTask = z.strictObject({
  result: Words.optional(),
  nextStep: z.strictObject({ text: Name, dueAt: Time }).optional(),
})
export const PostponeTask = z.strictObject({ dueAt: Time })

export const InteractionKind = z.enum(['call', 'letter', 'message', 'meeting', 'note'])
export const InteractionAnswer = z.strictObject({
  id: Id,
  companyId: Id,
  contactId: Id.nullable(),
  dealId: Id.nullable(),
  authorId: Id.nullable(),
  authorName: z.string().nullable(),
  kind: InteractionKind,
  direction: z.enum(['in', 'out', 'none']),
  at: Time,
  text: z.string(),
  result: z.string().nullable(),
  version: Version,
})
export type InteractionAnswer = z.infer<typeof InteractionAnswer>
export const InteractionPage = pageOf(InteractionAnswer)
export const LogInteraction = z.strictObject({
  companyId: Id,
  contactId: Id.nullable().optional(),
  dealId: Id.nullable().optional(),
  kind: InteractionKind,
  direction: z.enum(['in', 'out', 'none']),
  at: Time.optional(),
  text: Words,
  result: Line.nullable().optional(),
  nextStep: z.strictObject({ text: Name, dueAt: Time }).optional(),
})

export const NotificationAnswer = z.strictObject({
  id: Id,
  createdAt: Time,
  title: z.string(),
  subjectType: z.string(),
  subjectId: Id,
  readAt: Time.nullable(),
  version: Version,
})
export type NotificationAnswer = z.infer<typeof NotificationAnswer>
export const NotificationPage = pageOf(NotificationAnswer)
export const ReadAllAnswer = z.strictObject({ read: z.int().describe('How many became read') })

export const LetterAnswer = z.strictObject({
  id: Id,
  createdAt: Time,
  companyId: Id.nullable(),
  companyName: z.string().nullable(),
  dealId: Id.nullable(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  files: z.array(z.strictObject({ id: Id, name: z.string() })),
  status: z.enum(['kept', 'waiting', 'sent', 'refused']),
  sentAt: Time.nullable(),
  problem: z.string().nullable(),
  version: Version,
})
export type LetterAnswer = z.infer<typeof LetterAnswer>
export const LetterPage = pageOf(LetterAnswer)

/** «Сегодня»: what to do now, in order, for the caller's roles. */
export const TodayItem = z.strictObject({
  id: z.string(),
  what: z.string(),
  who: z.string().nullable().describe('For whom: the client'),
  why: z.string().nullable(),
  since: Time.nullable(),
  dueAt: Time.nullable(),
  overdue: z.boolean(),
  amountKopecks: z.int().nullable(),
  resource: z.string(),
  recordId: Id,
  dealId: Id.nullable(),
  action: z.strictObject({ verb: z.string(), resource: z.string(), id: Id, label: z.string() }).nullable(),
})
export const TodayAnswer = z.strictObject({
  sections: z.array(
    z.strictObject({ key: z.string(), title: z.string(), total: z.int(), items: z.array(TodayItem) }),
  ),
  tomorrow: z.int().describe('How many tasks come tomorrow'),
})
export type TodayAnswer = z.infer<typeof TodayAnswer>
