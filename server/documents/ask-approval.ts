import { Approval } from '#domain/approvals/approval.entity.ts'
import type { ApprovalSubject, PlannedStep } from '#domain/approvals/approval-plan.ts'
import { type ApprovalRoute, planSteps } from '#domain/approvals/approval-route.ts'
import type { Contract } from '#domain/documents/contract.entity.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Offer } from '#domain/documents/offer.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import { approvalWorkflowId, approvalWorkflowType } from '#workflows/approvals/approval.messages.ts'
import { type PaperStart, paperWorkflowId, paperWorkflowType } from '#workflows/documents/paper.messages.ts'
import type { Context } from '../shared/operation.ts'
import { seatsAtHand } from './seats-at-hand.ts'

export interface Submission {
  type: ApprovalSubject['type']
  document: Offer | Invoice | Contract
  route: ApprovalRoute
  own: OwnCompanyData
  title: string
  /** Why it must be decided, in Russian words. */
  reason: string
  /** '0' where a document has no discounts. */
  maxDiscountPercent: string
}

/**
 * Writes the approval with its planned steps, asks for its process and for a print that the approvers can read, in the
 * request's transaction; the document has made its move to `awaiting_approval` already. @throws Fact NoApprover
 */
export async function askApproval(ctx: Context, submission: Submission): Promise<void> {
  const { em, world, now } = ctx
  const { type, document, route, own } = submission
  const planned = planSteps(
    route,
    {
      authorId: document.authorId,
      amountKopecks: document.grossKopecks,
      maxDiscountPercent: submission.maxDiscountPercent,
      seats: await seatsAtHand(em, document.authorId, now),
    },
    world.ids,
  )
  if ('nobody' in planned) throw fact('NoApprover', { role: planned.nobody })
  const plan = planned.map(step => ({ ...step, termWorkingMinutes: own.approvalTermWorkingMinutes }))
  const first = plan.filter(({ group }) => group === plan[0]?.group)
  const id = world.ids()
  document.approvalId = id
  await em.flush()
  em.create(Approval, {
    id,
    createdAt: now,
    subjectType: type,
    subjectId: document.id,
    subjectVersion: document.version,
    title: submission.title,
    reason: submission.reason,
    companyId: document.companyId,
    dealId: document.dealId ?? null,
    authorId: document.authorId,
    amountKopecks: document.grossKopecks,
    routeId: route.key,
    status: 'waiting',
    plan,
    steps: plan.map(asSteps),
    currentSteps: first.map(({ stepId }) => stepId),
    waitingSeats: [...new Set(first.flatMap(({ seats }) => seats))],
  })
  await em.flush()
  await tellStart(em, approvalWorkflowType, approvalWorkflowId(id), { approvalId: id })
  const print: PaperStart = { subject: type, id: document.id, step: `submitted/${id}` }
  await tellStart(em, paperWorkflowType, paperWorkflowId(print), print)
}

const asSteps = ({ stepId, group, role, assigneeId, seats }: PlannedStep) => ({
  id: stepId,
  group,
  role,
  assigneeId,
  due: null,
  decidedAt: null,
  decidedBy: null,
  decision: null,
  remark: null,
  escalated: false,
  seats,
})
