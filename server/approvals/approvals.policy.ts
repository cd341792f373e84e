import { roleOfSeat } from '#domain/access/seats.ts'
import type { Approval, ApprovalStepView } from '#domain/approvals/approval.entity.ts'
import type { FactCode } from '#domain/shared/facts.ts'
import type { Actor } from '../shared/actor.ts'

type ApprovalFacts = Pick<Approval, 'authorId' | 'status' | 'steps' | 'currentSteps'>
export type Decision = { allowed: true; step: ApprovalStepView } | { allowed: false; reason: FactCode }

/** The seats a person decides from: the own one, those stood in for, and their queues. Never those below. */
export const seatsToDecideFrom = (actor: Actor): string[] => [
  actor.id,
  ...actor.standsInFor,
  ...actor.seats.filter(seat => roleOfSeat(seat) !== undefined),
]

/** Nobody decides on the own document; a step is decided from its seats, once, while the whole still waits. */
export function mayDecide(actor: Actor, approval: ApprovalFacts): Decision {
  if (approval.authorId === actor.id) return { allowed: false, reason: 'OwnDocument' }
  const step = approval.status === 'waiting' ? currentStepOf(actor, approval) : undefined
  if (step) return { allowed: true, step }
  const decided = approval.status !== 'waiting' || decidedStepOf(actor, approval) !== undefined
  return { allowed: false, reason: decided ? 'ApprovalAlreadyDecided' : 'NotYourStep' }
}

/** The author, or who stands in for him, takes a document back that nobody has finally decided. */
export const mayWithdraw = (actor: Actor, approval: ApprovalFacts): boolean =>
  approval.status === 'waiting' && isAuthor(actor, approval)

export const isAuthor = (actor: Actor, { authorId }: Pick<ApprovalFacts, 'authorId'>): boolean =>
  [actor.id, ...actor.standsInFor].includes(authorId)

export const currentStepOf = (actor: Actor, approval: ApprovalFacts): ApprovalStepView | undefined =>
  stepsOf(actor, approval).find(({ id }) => approval.currentSteps.includes(id))

/** A step of this person that has its decision already, whoever of the seat made it. */
export const decidedStepOf = (actor: Actor, approval: ApprovalFacts): ApprovalStepView | undefined =>
  stepsOf(actor, approval).findLast(({ decision }) => decision !== null)

export const hasStep = (actor: Actor, approval: ApprovalFacts): boolean => stepsOf(actor, approval).length > 0

function stepsOf(actor: Actor, { steps }: ApprovalFacts): ApprovalStepView[] {
  const own = seatsToDecideFrom(actor)
  return steps.filter(({ seats = [] }) => seats.some(seat => own.includes(seat)))
}

/** What the caller may do with the approval now; buttons and routes read the same. */
export function approvalVerbs(actor: Actor, approval: ApprovalFacts) {
  const decides = mayDecide(actor, approval).allowed
  return { approve: decides, reject: decides, delegate: decides, withdraw: mayWithdraw(actor, approval) }
}
