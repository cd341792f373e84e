export const letterWorkflowType = 'letter'
export const letterWorkflowId = (letterId: string): string => `letter/${letterId}`

/** Started through the outbox once the letter is written (status `waiting`). Ids only. */
export interface LetterStart {
  letterId: string
  /** The paper that must go with it and may not be printed yet. */
  paper?: LetterPaper | null
  /** Who sends it (user id); absent when a rule does. Hears of a refusal; a client answered by a person is answered. */
  by?: string | null
}
export interface LetterPaper {
  subject: 'offer' | 'invoice'
  id: string
}

/** How a letter ended: left, kept here since no mail is set, or not taken by the other side. */
export type LetterOutcome =
  | { status: 'sent'; messageId: string }
  | { status: 'kept' }
  | { status: 'refused'; problem: LetterProblem }
export type LetterProblem = 'RecipientRefused' | 'LetterRefused' | 'PaperDataInvalid'

/** What the workflow answers when it ends. */
export interface LetterResult {
  status: LetterOutcome['status']
}
