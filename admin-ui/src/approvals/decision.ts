import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'

/** What each button of a decision is given. */
export interface Decision {
  approval: ApprovalAnswer
  /** Called as soon as the decision is taken: who has decided may no longer see the document. */
  onDecided: () => void
}
