import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'
import type { PlannedStep } from './approval-plan.ts'

export const approvalStatuses = ['waiting', 'approved', 'rejected', 'withdrawn'] as const
export type ApprovalStatus = (typeof approvalStatuses)[number]
/** One approver's turn as the screens see it. */
export interface ApprovalStepView {
  id: string
  group: number
  role: string
  assigneeId: string | null
  due: string | null
  decidedAt: string | null
  decidedBy: string | null
  decision: 'approve' | 'reject' | null
  remark: string | null
  escalated: boolean
  /** Seats that may decide once it is the step's turn; told by the process. */
  seats?: string[]
}

const ApprovalSchema = defineEntity({
  name: 'Approval',
  indexes: [{ properties: ['status', 'nextDue', 'id'] }, { properties: ['subjectType', 'subjectId'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    subjectType: p.enum(['offer', 'invoice', 'contract']),
    subjectId: p.uuid(),
    /** The document's version the approvers decide on (D15). */
    subjectVersion: p.integer(),
    title: p.string(),
    reason: p.string(),
    companyId: () => p.manyToOne(Company).mapToPk().index(),
    dealId: p.uuid().nullable().index(),
    authorId: p.uuid(),
    amountKopecks: p.bigint('bigint'),
    routeId: p.string(),
    /** The steps as planned at submission; the process runs by them. */
    plan: p.json<PlannedStep[]>(),
    status: p.enum([...approvalStatuses]).$type<ApprovalStatus>(),
    seq: p.integer().default(0),
    steps: p.json<ApprovalStepView[]>(),
    currentSteps: p.array(),
    /** People and role seats whose turn it is now. */
    waitingSeats: p.array().columnType('uuid[]'),
    /** People who have decided a step: they keep sight of what they decided. */
    deciders: p.array().columnType('uuid[]').default([]),
    nextDue: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    /** Where the process begins when it takes over a past. */
    processState: p.json<object>().nullable().lazy(),
  },
})

/** Согласование: a document passing its approvers in working time; a process `approval/<id>`. */
export class Approval extends ApprovalSchema.class {}
ApprovalSchema.setClass(Approval)
