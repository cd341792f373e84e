import type { LetterOutcome, LetterPaper } from '#workflows/engagement/letter.messages.ts'

/** The deeds of a letter's process. Keys are whole: workflow id + business step. */
export interface LetterActivities {
  /**
   * Prints the paper if it is not there yet and puts it into the letter, once per `letter/<id>/paper`. Task queue
   * `render`; fails with PaperDataInvalid (not retried), else it is retried until the printer is there.
   */
  attachPaper(deed: { letterId: string; paper: LetterPaper; key: string }): Promise<void>
  /**
   * Hands the letter to the mail server under `letter/<id>/send`: a repeat keeps the Message-ID, so its reader has one
   * letter. Without mail set it is kept. Fails while mail is away, saying so in the letter; retried for ever.
   */
  sendLetter(deed: { letterId: string; key: string }): Promise<LetterOutcome>
  /**
   * Writes how it ended, the interaction and the line of the path, and tells the deal and, where it was refused, its
   * sender: one transaction under `letter/<id>/record`. May not refuse. A local activity.
   */
  recordLetter(deed: RecordLetter): Promise<void>
}

export interface RecordLetter {
  letterId: string
  outcome: LetterOutcome
  by: string | null
  /** Whether a paper went with it. */
  withPaper: boolean
  /** Epoch ms. */
  at: number
  key: string
}
