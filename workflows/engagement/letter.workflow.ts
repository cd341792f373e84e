import '../shared/drop-temporal-global.ts'
import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow'
import type { LetterActivities } from '#activities/engagement/letter-activities.ts'
import {
  type LetterOutcome,
  type LetterPaper,
  type LetterResult,
  type LetterStart,
  letterWorkflowId,
} from './letter.messages.ts'

const printer = proxyActivities<LetterActivities>({
  taskQueue: 'render',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 s',
  retry: { maximumInterval: '5 minutes', nonRetryableErrorTypes: ['PaperDataInvalid'] },
})
const post = proxyActivities<LetterActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 s',
  retry: { maximumInterval: '10 minutes' },
})
const soon = proxyLocalActivities<LetterActivities>({ startToCloseTimeout: '10 s' })

/** Brings one letter to its end: its paper is printed, it is handed to the mail server, and what came of it is kept. */
export async function letter({ letterId, paper, by }: LetterStart): Promise<LetterResult> {
  const key = (step: string) => `${letterWorkflowId(letterId)}/${step}`

  async function send(): Promise<LetterOutcome> {
    if (paper && !(await attached(paper))) return { status: 'refused', problem: 'PaperDataInvalid' }
    return post.sendLetter({ letterId, key: key('send') })
  }

  /** False when no paper can be printed of these data: waiting would not help. */
  async function attached(wanted: LetterPaper): Promise<boolean> {
    try {
      await printer.attachPaper({ letterId, paper: wanted, key: key('paper') })
      return true
    } catch (error) {
      if (isInvalidPaper(error)) return false
      throw error
    }
  }

  const outcome = await send()
  await soon.recordLetter({
    letterId,
    outcome,
    by: by ?? null,
    withPaper: Boolean(paper),
    at: Date.now(),
    key: key('record'),
  })
  return { status: outcome.status }
}

const isInvalidPaper = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === 'PaperDataInvalid'
