import type { ApprovalEnd, ApprovalState, Verdict } from '#domain/approvals/approval-moves.ts'
import type { ApprovalPlan, ApprovalSubject } from '#domain/approvals/approval-plan.ts'
import type { ApprovalProcessState } from '#workflows/approvals/approval.process.ts'
import type { PathEvent } from '#workflows/shared/path-event.ts'

/** The deeds of an approval's process. Keys are whole: workflow id + business step. */
export interface ApprovalActivities {
  /** Reads the plan made at submission. Changes nothing; needs no key. A local activity. */
  openApproval(deed: { approvalId: string }): Promise<ApprovalOpening>
  /**
   * Writes the projection (where its seq is lower), the path's lines, and opens and closes the approvers'
   * participation and notifications by `currentSteps`: one transaction under `key`
   * (`approval/<id>/opened`, `…/decide/<requestId>`, `…/remind/<stepId>` …). May not refuse. A local activity.
   */
  recordApproval(record: ApprovalRecord): Promise<void>
  /**
   * Moves the document on (approved, or back to draft) and tells the deal or starts the invoice's process by the
   * outbox: one transaction under `approval/<id>/conclude`. May not refuse. A local activity.
   */
  concludeApproval(deed: ConcludeApproval): Promise<void>
  /** Reminds those whose turn it is, by notification and letter, once per `approval/<id>/remind/<stepId>`. */
  remindApprover(deed: ApproverNotice): Promise<void>
  /** Tells the heads that the term ran out, and opens the document to them, once per `…/escalate/<stepId>`. */
  escalateApproval(deed: ApproverNotice): Promise<void>
}

export interface ApprovalOpening extends ApprovalPlan {
  /** Set where the process takes over an approval that already has a past (the founding). */
  state?: ApprovalProcessState
}

/** One step as the projection shows it. Times are epoch ms. */
export interface ApprovalStepRecord {
  stepId: string
  group: number
  role: string
  assigneeId: string | null
  /** Seats that may decide now, the escalation's included. */
  seats: string[]
  /** Null until the step's group is reached. */
  dueAt: number | null
  decision: Verdict | null
  decidedBy: string | null
  decidedAt: number | null
  remark: string | null
  escalated: boolean
}

export interface ApprovalRecord {
  approvalId: string
  seq: number
  status: ApprovalState
  steps: ApprovalStepRecord[]
  /** Step ids whose turn it is; empty once closed. */
  currentSteps: string[]
  /** The nearest term of the current steps, epoch ms. */
  nextDue: number | null
  /** When the whole was decided or withdrawn, epoch ms. */
  closedAt: number | null
  path: PathEvent[]
  key: string
}

export interface ConcludeApproval {
  approvalId: string
  subject: ApprovalSubject
  verdict: ApprovalEnd
  /** Who closed it (user id); null when no step was needed. */
  by: string | null
  /** The words of the rejection. */
  remark: string | null
  at: number
  key: string
}

export interface ApproverNotice {
  approvalId: string
  stepId: string
  /** Seats to tell: user ids and role queues. */
  to: string[]
  /** Epoch ms. */
  dueAt: number
  key: string
}
