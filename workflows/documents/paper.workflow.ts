import '../shared/drop-temporal-global.ts'
import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow'
import type { PaperActivities } from '#activities/documents/paper-activities.ts'
import { type PaperResult, type PaperStart, paperWorkflowId } from './paper.messages.ts'

const printer = proxyActivities<PaperActivities>({
  taskQueue: 'render',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 s',
  retry: { maximumInterval: '5 minutes', nonRetryableErrorTypes: ['PaperDataInvalid'] },
})
const soon = proxyLocalActivities<PaperActivities>({ startToCloseTimeout: '10 s' })

/** Prints one paper as it stands: for those who approve it, and again with its number. */
export async function paper(start: PaperStart): Promise<PaperResult> {
  const { subject, id } = start
  const key = paperWorkflowId(start)
  try {
    await printer.printPaper({ subject, id, key: `${key}/print` })
    return { status: 'printed' }
  } catch (error) {
    if (!isInvalidPaper(error)) throw error
    await soon.tellPaperFailed({ subject, id, key: `${key}/failed` })
    return { status: 'failed' }
  }
}

/** No paper can be printed of these data: waiting would not help, the author must hear of it. */
const isInvalidPaper = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === 'PaperDataInvalid'
