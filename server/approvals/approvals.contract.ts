import { z } from 'zod'
import { Can, Id, Kopecks, pageOf, Time, Version, Words } from '../shared/contract-parts.ts'

export const ApprovalStepAnswer = z.strictObject({
  id: z.string(),
  group: z.int(),
  role: z.string(),
  assigneeId: Id.nullable(),
  assigneeName: z.string().nullable(),
  due: Time.nullable(),
  decidedAt: Time.nullable(),
  decidedBy: Id.nullable(),
  decidedByName: z.string().nullable(),
  decision: z.enum(['approve', 'reject']).nullable(),
  remark: z.string().nullable(),
  escalated: z.boolean(),
})
export const ApprovalAnswer = z.strictObject({
  id: Id,
  subject: z.strictObject({ type: z.enum(['offer', 'invoice', 'contract']), id: Id }),
  title: z.string(),
  reason: z.string().describe('Why it must be decided'),
  companyId: Id,
  companyName: z.string().nullable(),
  dealId: Id.nullable(),
  authorId: Id,
  authorName: z.string().nullable(),
  amountKopecks: Kopecks.nullable(),
  routeId: z.string(),
  status: z.enum(['waiting', 'approved', 'rejected', 'withdrawn']),
  steps: z.array(ApprovalStepAnswer),
  currentSteps: z.array(z.string()),
  nextDue: Time.nullable(),
  leftWorkingMinutes: z.int().nullable().describe('Until the term, in working minutes; negative when over'),
  fileId: Id.nullable(),
  createdAt: Time,
  decidedAt: Time.nullable(),
  version: Version,
  can: Can,
})
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>
export const ApprovalPage = pageOf(ApprovalAnswer)
export const Approve = z.strictObject({ remark: Words.optional() })
export const Reject = z.strictObject({ remark: Words.min(1) })
export const Delegate = z.strictObject({ to: Id })
export const ApprovalRouteAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  steps: z.array(z.string()),
})
export const ApprovalRoutePage = pageOf(ApprovalRouteAnswer)
