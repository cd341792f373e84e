import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Approval } from '#domain/approvals/approval.entity.ts'
import { approvalWorkflowId } from '#workflows/approvals/approval.messages.ts'
import { closeParticipations, openParticipation } from '../access/participation.ts'
import { notify } from '../shared/notify.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { writePath } from '../shared/write-path.ts'
import type { ApprovalRecord, ApprovalStepRecord } from './approval-activities.ts'

/** The projection, the path, and the client opened to whoever's turn it is. Nothing here may refuse. */
export async function recordApproval(
  em: EntityManager,
  world: ActivityWorld,
  record: ApprovalRecord,
): Promise<void> {
  const approval = await em.findOneOrFail(Approval, record.approvalId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })
  const { id, dealId, companyId, seq } = approval
  await writePath(
    em,
    world,
    { subject: approvalWorkflowId(id), dealId: dealId ?? null, companyId, seq: record.seq },
    record.path,
  )
  if (seq > record.seq) return
  const asked = seatsAskedNow(approval, record)
  await projectApproval(em, record)
  await em.flush()
  await shareClient(em, world, approval)
  if (asked.length > 0)
    await notify(em, world, {
      to: asked,
      title: `На согласование: ${approval.title}`,
      subjectType: 'approval',
      subjectId: id,
      companyId,
    })
}

/** The projection, unless a later one stands there; of two at the same place the one that the process tells last. */
export async function projectApproval(em: EntityManager, record: ApprovalRecord): Promise<void> {
  const approval = await em.findOneOrFail(Approval, record.approvalId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })
  if (approval.seq > record.seq) return
  approval.seq = record.seq
  approval.status = record.status
  approval.steps = record.steps.map(stepView)
  approval.currentSteps = record.currentSteps
  approval.waitingSeats = waitingSeats(record)
  approval.deciders = [...new Set(record.steps.flatMap(({ decidedBy }) => decidedBy ?? []))]
  approval.nextDue = dateOf(record.nextDue)
  approval.decidedAt = dateOf(record.closedAt)
}

const current = ({ steps, currentSteps }: ApprovalRecord): ApprovalStepRecord[] =>
  steps.filter(({ stepId }) => currentSteps.includes(stepId))

const waitingSeats = (record: ApprovalRecord): string[] => [
  ...new Set(current(record).flatMap(({ seats }) => seats)),
]

/** Whom to tell: the seats of a step that has just been reached, the colleague a step was handed to. */
function seatsAskedNow(before: Approval, record: ApprovalRecord): string[] {
  const known = new Map(before.steps.map(step => [step.id, step.assigneeId]))
  return current(record).flatMap(({ stepId, seats, assigneeId }) => {
    // The submission has named the first steps already; nobody has been told of them yet.
    if (before.seq === 0 || !before.currentSteps.includes(stepId)) return seats
    return assigneeId && assigneeId !== known.get(stepId) ? [assigneeId] : []
  })
}

/** Whoever's turn it is takes part; whose turn has passed no longer does. */
async function shareClient(em: EntityManager, world: ActivityWorld, approval: Approval): Promise<void> {
  const subject = { subjectType: 'approval', subjectId: approval.id }
  await closeParticipations(em, { ...subject, at: world.clock.now(), except: approval.waitingSeats })
  for (const seatId of approval.waitingSeats)
    await openParticipation(em, world, {
      ...subject,
      seatId,
      companyId: approval.companyId,
      because: 'approval',
    })
}

const stepView = (step: ApprovalStepRecord): Approval['steps'][number] => ({
  id: step.stepId,
  group: step.group,
  role: step.role,
  assigneeId: step.assigneeId,
  due: dateOf(step.dueAt)?.toISOString() ?? null,
  decidedAt: dateOf(step.decidedAt)?.toISOString() ?? null,
  decidedBy: step.decidedBy,
  decision: step.decision,
  remark: step.remark,
  escalated: step.escalated,
  seats: step.seats,
})

const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms))
