import { z } from 'zod'
import { moneySight } from '#domain/access/roles.ts'
import { Approval, approvalStatuses } from '#domain/approvals/approval.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { listedRoutes } from './approval-routes.presenter.ts'
import { ApprovalAnswer, ApprovalPage, ApprovalRoutePage } from './approvals.contract.ts'
import { seatsToDecideFrom } from './approvals.policy.ts'
import { presentApprovals } from './approvals.presenter.ts'

/** By the time left unless told otherwise: what is decided has no term and stands last. */
const approvalsList = (actor: Actor): ListOf<Approval> => ({
  entity: Approval,
  sort: {
    nextDue: 'nextDue',
    createdAt: 'createdAt',
    decidedAt: 'decidedAt',
    ...(moneySight(actor.roles).sums ? { amountKopecks: 'amountKopecks' as const } : {}),
  },
  filter: {
    status: oneOrMany('status', z.enum(approvalStatuses)),
    companyId: sameId('companyId'),
    dealId: sameId('dealId'),
    authorId: sameId('authorId'),
    subjectId: sameId('subjectId'),
    subjectType: oneOrMany('subjectType', z.enum(['offer', 'invoice', 'contract'])),
    /** Those the caller has decided, or a step of them. */
    decidedByMe: given => (z.boolean().parse(given) ? { deciders: { $contains: [actor.id] } } : {}) as never,
    /** Those whose turn is the caller's now. */
    mine: given =>
      (z.boolean().parse(given)
        ? { waitingSeats: { $overlap: seatsToDecideFrom(actor) }, authorId: { $ne: actor.id } }
        : {}) as never,
  },
})

export const approvalOperations = [
  operation({
    name: 'listApprovals',
    method: 'get',
    path: '/api/approvals',
    summary: 'Documents on their way past the approvers',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ApprovalPage,
    handle: ctx =>
      listPage(ctx.em, approvalsList(ctx.actor), ctx.query, rows => presentApprovals(ctx.em, rows, ctx)),
  }),
  operation({
    name: 'getApproval',
    method: 'get',
    path: '/api/approvals/:id',
    summary: 'One approval with its steps',
    via: 'read',
    may: 'signed_in',
    answer: ApprovalAnswer,
    async handle(ctx) {
      const approval = await ctx.em.findOneOrFail(Approval, ctx.params.id ?? '')
      const [answer] = await presentApprovals(ctx.em, [approval], ctx)
      return answer as ApprovalAnswer
    },
  }),
  operation({
    name: 'listApprovalRoutes',
    method: 'get',
    path: '/api/approval-routes',
    summary: 'Who approves which document, by the company’s bounds',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ApprovalRoutePage,
    async handle({ em, locale }) {
      const data = listedRoutes((await ownCompany(em)).data, locale)
      return { data, total: data.length, totalIsEstimate: false, next: null }
    },
  }),
]
