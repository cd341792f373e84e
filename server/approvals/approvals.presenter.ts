import type { EntityManager } from '@mikro-orm/postgresql'
import { moneySight } from '#domain/access/roles.ts'
import type { Approval, ApprovalStepView } from '#domain/approvals/approval.entity.ts'
import { Contract } from '#domain/documents/contract.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { russianCalendar } from '#domain/shared/russian-calendar.ts'
import { workingMinutesBetween } from '#domain/shared/working-time.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import { ownCompany } from '../shared/own-company.ts'
import type { ApprovalAnswer } from './approvals.contract.ts'
import { approvalVerbs } from './approvals.policy.ts'

export interface Viewer {
  actor: Actor
  now: Date
}

/** The only road out for approvals: names and papers of a page in one query each, time left by the company's hours. */
export async function presentApprovals(
  em: EntityManager,
  approvals: Approval[],
  { actor, now }: Viewer,
): Promise<ApprovalAnswer[]> {
  if (approvals.length === 0) return []
  const names = await userNames(em, approvals.flatMap(peopleOf))
  const companies = await companiesById(
    em,
    approvals.map(({ companyId }) => companyId),
  )
  const papers = await papersOf(em, approvals)
  const calendar = russianCalendar((await ownCompany(em)).data.workingHours)
  const { sums } = moneySight(actor.roles)
  return approvals.map(approval => ({
    id: approval.id,
    subject: { type: approval.subjectType, id: approval.subjectId },
    title: approval.title,
    reason: approval.reason,
    companyId: approval.companyId,
    companyName: companies.get(approval.companyId)?.name ?? null,
    dealId: approval.dealId ?? null,
    authorId: approval.authorId,
    authorName: names.get(approval.authorId) ?? null,
    amountKopecks: sums ? Number(approval.amountKopecks) : null,
    routeId: approval.routeId,
    status: approval.status,
    steps: approval.steps.map(step => presentStep(step, names)),
    currentSteps: approval.currentSteps,
    nextDue: approval.nextDue?.toISOString() ?? null,
    leftWorkingMinutes: approval.nextDue
      ? Math.floor(workingMinutesBetween(calendar, now.getTime(), approval.nextDue.getTime()))
      : null,
    fileId: sums ? (papers.get(approval.subjectId) ?? null) : null,
    createdAt: approval.createdAt.toISOString(),
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    version: approval.version,
    can: approvalVerbs(actor, approval),
  }))
}

const presentStep = (
  { seats: _whose, ...step }: ApprovalStepView,
  names: Map<string, string>,
): ApprovalAnswer['steps'][number] => ({
  ...step,
  assigneeName: (step.assigneeId && names.get(step.assigneeId)) || null,
  decidedByName: (step.decidedBy && names.get(step.decidedBy)) || null,
})

const peopleOf = ({ authorId, steps }: Approval) => [
  authorId,
  ...steps.flatMap(({ assigneeId, decidedBy }) => [assigneeId, decidedBy]),
]

/** The printed paper of each subject, where there is one. */
async function papersOf(em: EntityManager, approvals: Approval[]): Promise<Map<string, string | null>> {
  const idsOf = (type: Approval['subjectType']) =>
    approvals.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)
  const found = [
    ...(await em.find(Offer, { id: idsOf('offer') })),
    ...(await em.find(Invoice, { id: idsOf('invoice') })),
    ...(await em.find(Contract, { id: idsOf('contract') })),
  ]
  return new Map(found.map(({ id, fileId }) => [id, fileId ?? null]))
}
