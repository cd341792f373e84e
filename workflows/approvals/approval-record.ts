import type { ApprovalRecord } from '#activities/approvals/approval-activities.ts'
import type { Change } from '../shared/run-process.ts'
import { approvalWorkflowId } from './approval.messages.ts'
import {
  type ApprovalEffect,
  type ApprovalEvent,
  type ApprovalProcessState,
  currentSteps,
} from './approval.process.ts'

/** One move as the projection and the path are told of it. Pure: the founding tells its past by it too. */
export function approvalRecord(
  approvalId: string,
  { state, event, effects, path }: Change<ApprovalProcessState, ApprovalEvent, ApprovalEffect>,
): ApprovalRecord {
  const current = currentSteps(state)
  const terms = current.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]))
  return {
    approvalId,
    seq: state.seq,
    status: state.status,
    steps: state.steps.map(step => ({
      stepId: step.stepId,
      group: step.group,
      role: step.role,
      assigneeId: step.assigneeId,
      seats: step.seats,
      dueAt: step.dueAt,
      decision: step.decision,
      decidedBy: step.decidedBy,
      decidedAt: step.decidedAt,
      remark: step.remark,
      escalated: step.escalated,
    })),
    currentSteps: current.map(({ stepId }) => stepId),
    nextDue: terms.length > 0 ? Math.min(...terms) : null,
    closedAt: state.closedAt,
    path: [...path],
    key: approvalKey(approvalId, businessStep(event, effects)),
  }
}

/** The repeat key of a deed: workflow id and business step. */
export const approvalKey = (approvalId: string, step: string): string =>
  `${approvalWorkflowId(approvalId)}/${step}`

function businessStep(event: ApprovalEvent, effects: readonly ApprovalEffect[]): string {
  switch (event.is) {
    case 'opened':
      return 'opened'
    case 'decided':
      return `decide/${event.requestId}`
    case 'delegated':
      return `delegate/${event.requestId}`
    case 'withdrawn':
      return `withdraw/${event.requestId}`
    case 'notice_failed':
      return `notice-failed/${event.stepId}/${event.at}`
    case 'clock':
      return `time/${effects.map(effect => effect.key).join('+')}`
  }
}
