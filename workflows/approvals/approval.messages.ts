import { defineQuery, defineUpdate } from '@temporalio/workflow'
import type { ApprovalEnd, Verdict } from '#domain/approvals/approval-moves.ts'
import type { Command, CommandAnswer } from '../shared/command.ts'
import type { ApprovalProcessState } from './approval.process.ts'

export const approvalWorkflowType = 'approval'
export const approvalWorkflowId = (approvalId: string): string => `approval/${approvalId}`

export interface ApprovalStart {
  approvalId: string
  /** Only from continue-as-new: where it stood. */
  carried?: ApprovalProcessState
}

/**
 * Decides one step. The route has checked whose step it is.
 * Refused with `ApprovalAlreadyDecided` (params: status, by, at), `NotYourStep` (no such open step),
 * `RemarkRequired` (a rejection without words).
 */
export const decideApprovalUpdate = defineUpdate<CommandAnswer, [DecideApproval]>('decideApproval')
export interface DecideApproval extends Command {
  stepId: string
  verdict: Verdict
  /** The approver's words; needed for a rejection. */
  remark: string | null
}

/** Gives a step to a colleague; those who could decide before still can. Refused as a decision is. */
export const delegateApprovalUpdate = defineUpdate<CommandAnswer, [DelegateApproval]>('delegateApproval')
export interface DelegateApproval extends Command {
  stepId: string
  /** User id of the colleague. */
  to: string
}

/** The author takes the document back. Refused with `ApprovalAlreadyDecided`. */
export const withdrawApprovalUpdate = defineUpdate<CommandAnswer, [WithdrawApproval]>('withdrawApproval')
export type WithdrawApproval = Command

/** Where the process stands right now; for an operator's drawer, never for lists. */
export const approvalStateQuery = defineQuery<ApprovalProcessState | null>('approvalState')

/** What the workflow answers when it ends. */
export interface ApprovalResult {
  status: ApprovalEnd
}
