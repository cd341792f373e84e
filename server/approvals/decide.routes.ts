import { User } from '#domain/access/user.entity.ts'
import { Approval, type ApprovalStepView } from '#domain/approvals/approval.entity.ts'
import type { Verdict } from '#domain/approvals/approval-moves.ts'
import { fact } from '#domain/shared/fact.ts'
import {
  approvalWorkflowId,
  decideApprovalUpdate,
  delegateApprovalUpdate,
  withdrawApprovalUpdate,
} from '#workflows/approvals/approval.messages.ts'
import { Nothing } from '../shared/contract-parts.ts'
import { type Context, operation } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'
import { refuseAsDecided, unlessDecided } from './already-decided.ts'
import { ApprovalAnswer, Approve, Delegate, Reject } from './approvals.contract.ts'
import { currentStepOf, decidedStepOf, hasStep, isAuthor, mayDecide } from './approvals.policy.ts'
import { presentApprovals } from './approvals.presenter.ts'

/**
 * The approval and the caller's step of it. A step that has its decision goes to the process too: it knows a repeat
 * of the same command from a second one. @throws NotFound, OwnDocument, NotYourStep, ApprovalAlreadyDecided
 */
async function stepToDecide(ctx: Context): Promise<{ approval: Approval; step: ApprovalStepView }> {
  const approval = await approvalInSight(ctx)
  const decision = mayDecide(ctx.actor, approval)
  if (!decision.allowed && decision.reason !== 'ApprovalAlreadyDecided') throw fact(decision.reason)
  const step = currentStepOf(ctx.actor, approval) ?? decidedStepOf(ctx.actor, approval)
  return step ? { approval, step } : refuseAsDecided(ctx, approval)
}

/** Seen now, or once the caller's to decide: who was too late is told so, and not that there is no such thing. */
async function approvalInSight(ctx: Context): Promise<Approval> {
  const id = ctx.params.id ?? ''
  const seen = await ctx.em.findOne(Approval, id)
  if (seen) return seen
  const known = await forkSystem(ctx.world.orm).findOne(Approval, id)
  if (known && hasStep(ctx.actor, known)) return known
  throw fact('NotFound')
}

async function decide(ctx: Context, verdict: Verdict, remark: string | null): Promise<ApprovalAnswer> {
  const { approval, step } = await stepToDecide(ctx)
  await unlessDecided(ctx, approval, () =>
    ctx.world.gateway.update(decideApprovalUpdate, approvalWorkflowId(approval.id), ctx.commandId, {
      stepId: step.id,
      verdict,
      remark,
      by: ctx.actor.id,
      requestId: ctx.commandId,
    }),
  )
  return afterwards(ctx, approval.id)
}

/** As it stands now, with the machine's sight: whoever has just decided may no longer take part. */
const afterwards = (ctx: Context, id: string): Promise<ApprovalAnswer> =>
  forkSystem(ctx.world.orm).transactional(async em => {
    const [answer] = await presentApprovals(em, [await em.findOneOrFail(Approval, id)], ctx)
    return answer as ApprovalAnswer
  })

export const decideOperations = [
  operation({
    name: 'approve',
    method: 'post',
    path: '/api/approvals/:id/approve',
    summary: 'Approve the caller’s step',
    via: 'process',
    may: 'signed_in',
    body: Approve,
    answer: ApprovalAnswer,
    handle: ctx => decide(ctx, 'approve', ctx.body.remark ?? null),
  }),
  operation({
    name: 'reject',
    method: 'post',
    path: '/api/approvals/:id/reject',
    summary: 'Reject the document, with words',
    via: 'process',
    may: 'signed_in',
    body: Reject,
    answer: ApprovalAnswer,
    handle: ctx => decide(ctx, 'reject', ctx.body.remark),
  }),
  operation({
    name: 'delegate',
    method: 'post',
    path: '/api/approvals/:id/delegate',
    summary: 'Give the caller’s step to a colleague',
    via: 'process',
    may: 'signed_in',
    body: Delegate,
    answer: ApprovalAnswer,
    async handle(ctx) {
      const { approval, step } = await stepToDecide(ctx)
      const colleague = await ctx.em.findOne(User, { id: ctx.body.to, active: true })
      if (!colleague) throw fact('UnknownColleague')
      if (colleague.id === approval.authorId) throw fact('OwnDocument')
      await unlessDecided(ctx, approval, () =>
        ctx.world.gateway.update(delegateApprovalUpdate, approvalWorkflowId(approval.id), ctx.commandId, {
          stepId: step.id,
          to: colleague.id,
          by: ctx.actor.id,
          requestId: ctx.commandId,
        }),
      )
      return afterwards(ctx, approval.id)
    },
  }),
  operation({
    name: 'withdraw',
    method: 'post',
    path: '/api/approvals/:id/withdraw',
    summary: 'Take the own document back',
    via: 'process',
    may: 'signed_in',
    body: Nothing,
    answer: ApprovalAnswer,
    async handle(ctx) {
      const approval = await ctx.em.findOneOrFail(Approval, ctx.params.id ?? '')
      if (!isAuthor(ctx.actor, approval)) throw fact('Forbidden')
      await unlessDecided(ctx, approval, () =>
        ctx.world.gateway.update(withdrawApprovalUpdate, approvalWorkflowId(approval.id), ctx.commandId, {
          by: ctx.actor.id,
          requestId: ctx.commandId,
        }),
      )
      return afterwards(ctx, approval.id)
    },
  }),
]
