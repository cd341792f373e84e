import { Approval } from '#domain/approvals/approval.entity.ts'
import type { ApprovalProcessState } from '#workflows/approvals/approval.process.ts'
import { closeParticipations } from '../access/participation.ts'
import { concludeSubject } from '../documents/conclude-subject.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import type { ApprovalActivities, ApproverNotice } from './approval-activities.ts'
import { projectApproval, recordApproval } from './record-approval.ts'

/** The deeds of an approval's process. */
export const createApprovalActivities = (world: ActivityWorld): ApprovalActivities => ({
  openApproval: ({ approvalId }) =>
    world.fork().transactional(async em => {
      const approval = await em.findOneOrFail(Approval, approvalId, { populate: ['processState'] as never })
      const state = approval.processState as ApprovalProcessState | null
      return {
        subject: { type: approval.subjectType, id: approval.subjectId },
        dealId: approval.dealId ?? null,
        authorId: approval.authorId,
        steps: approval.plan,
        calendar: await companyCalendar(em, approval.createdAt),
        startedAt: approval.createdAt.getTime(),
        ...(state ? { state } : {}),
      }
    }),

  recordApproval: record =>
    once(
      world,
      record.key,
      em => recordApproval(em, world, record),
      em => projectApproval(em, record),
    ),

  concludeApproval: ({ approvalId, subject, verdict, by, remark, at, key }) =>
    once(world, key, async em => {
      await concludeSubject(em, world, { subject, verdict, by, remark, at })
      await closeParticipations(em, { subjectType: 'approval', subjectId: approvalId, at: new Date(at) })
    }),

  remindApprover: notice => tell(world, notice, 'Прошла половина срока'),
  escalateApproval: notice => tell(world, notice, 'Срок истёк, решить можете и вы'),
})

/** A word to whoever may decide now; what was decided meanwhile needs none. */
const tell = (world: ActivityWorld, { approvalId, to, key }: ApproverNotice, words: string): Promise<void> =>
  once(world, key, async em => {
    const approval = await em.findOneOrFail(Approval, approvalId)
    if (approval.status !== 'waiting') return
    await notify(em, world, {
      to,
      title: `${words}: ${approval.title}`,
      subjectType: 'approval',
      subjectId: approvalId,
      companyId: approval.companyId,
    })
  })
