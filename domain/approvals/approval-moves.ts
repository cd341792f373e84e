/** The moves of an approval: one table for process, contract and screen. */
export const approvalMoves = {
  waiting: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: {},
  rejected: {},
  withdrawn: {},
} as const

export type ApprovalState = keyof typeof approvalMoves
export type ApprovalEnd = Exclude<ApprovalState, 'waiting'>
export type Verdict = 'approve' | 'reject'

/** The state a move leads to, or undefined where there is no such move. */
export const afterApprovalMove = (from: ApprovalState, move: string): ApprovalState | undefined =>
  (approvalMoves[from] as Partial<Record<string, ApprovalState>>)[move]
