export const paperWorkflowType = 'paper'
/** `step` names why it is printed: `submitted/<approval id>`, `approved`. */
export const paperWorkflowId = ({ subject, id, step }: PaperStart): string => `paper/${subject}/${id}/${step}`

/** Started through the outbox when a document is submitted or has got its number. Ids only. */
export interface PaperStart {
  subject: 'offer' | 'invoice' | 'contract'
  id: string
  step: string
}

/** What the workflow answers when it ends. */
export interface PaperResult {
  status: 'printed' | 'failed'
}
