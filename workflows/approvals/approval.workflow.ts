import '../shared/drop-temporal-global.ts'
import { continueAsNew, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { ApprovalActivities } from '#activities/approvals/approval-activities.ts'
import { answerOf } from '../shared/command.ts'
import { prepareProcess } from '../shared/run-process.ts'
import { type Terms, termsOf } from '../shared/terms.ts'
import {
  type ApprovalResult,
  type ApprovalStart,
  approvalStateQuery,
  decideApprovalUpdate,
  delegateApprovalUpdate,
  withdrawApprovalUpdate,
} from './approval.messages.ts'
import {
  type ApprovalEffect,
  type ApprovalEvent,
  type ApprovalProcessState,
  isApprovalOpen,
  newApproval,
  nextApprovalTimer,
  refuseApproval,
  stepApproval,
} from './approval.process.ts'
import { approvalKey, approvalRecord } from './approval-record.ts'

const soon = proxyLocalActivities<ApprovalActivities>({ startToCloseTimeout: '10 s' })
const notices = proxyActivities<ApprovalActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '20 s',
  scheduleToCloseTimeout: '1 day',
})

/** Leads one document past its approvers, reminds at half of each term and hands over when a term runs out. */
export async function approval({ approvalId, carried }: ApprovalStart): Promise<ApprovalResult> {
  let terms: Terms
  let plan: Awaited<ReturnType<ApprovalActivities['openApproval']>>

  async function perform(effect: ApprovalEffect): Promise<undefined> {
    const key = approvalKey(approvalId, effect.key)
    if (effect.do === 'conclude') {
      const { verdict, by, remark, at } = effect
      await soon.concludeApproval({ approvalId, subject: plan.subject, verdict, by, remark, at, key })
    } else {
      const { stepId, to, dueAt } = effect
      const notice = { approvalId, stepId, to, dueAt, key }
      if (effect.do === 'remind') await notices.remindApprover(notice)
      else await notices.escalateApproval(notice)
    }
  }

  const running = prepareProcess<ApprovalProcessState, ApprovalEvent, ApprovalEffect>({
    step: (state, event) => stepApproval(terms, state, event),
    isOpen: isApprovalOpen,
    nextTimer: nextApprovalTimer,
    clock: at => ({ is: 'clock', at }),
    record: change => soon.recordApproval(approvalRecord(approvalId, change)),
    perform,
    isAside: effect => effect.do !== 'conclude',
    failed: (effect, reason) =>
      effect.do === 'conclude'
        ? undefined
        : { is: 'notice_failed', stepId: effect.stepId, reason, at: Date.now() },
    continueAs: state => continueAsNew<typeof approval>({ approvalId, carried: state }),
  })

  running.onUpdate(decideApprovalUpdate, {
    event: command => ({ is: 'decided', ...command, at: Date.now() }),
    refuse: (state, command) => refuseApproval(state, command),
    answer: answerOf,
  })
  running.onUpdate(delegateApprovalUpdate, {
    event: command => ({ is: 'delegated', ...command, at: Date.now() }),
    refuse: (state, command) => refuseApproval(state, command),
    answer: answerOf,
  })
  running.onUpdate(withdrawApprovalUpdate, {
    event: command => ({ is: 'withdrawn', ...command, at: Date.now() }),
    refuse: (state, command) => refuseApproval(state, command),
    answer: answerOf,
  })
  setHandler(approvalStateQuery, running.state)

  plan = await soon.openApproval({ approvalId })
  terms = termsOf(plan.calendar)
  const known = carried ?? plan.state
  const end = await running.run(
    known ?? newApproval(plan),
    known ? undefined : { is: 'opened', at: plan.startedAt },
  )
  if (end.status === 'waiting') throw new Error('unreachable: a waiting approval does not end')
  return { status: end.status }
}
