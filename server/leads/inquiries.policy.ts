import type { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

type InquiryFacts = Pick<Inquiry, 'ownerId' | 'status' | 'dealId'>

const sells = (actor: Actor) => hasRole(actor, 'manager', 'head', 'director')
const isHis = (actor: Actor, { ownerId }: InquiryFacts) =>
  ownerId != null && (actor.owners.includes(ownerId) || hasRole(actor, 'director'))

/** Whoever sells takes what nobody has, or what was given to him or to those below. */
export const mayTake = (actor: Actor, inquiry: InquiryFacts): boolean =>
  sells(actor) &&
  ((inquiry.ownerId == null && inquiry.status === 'new') ||
    (inquiry.status === 'assigned' && isHis(actor, inquiry)))

/** The head gives out what is in no deal yet; a deal goes with its client. */
export const mayAssign = (actor: Actor, inquiry: InquiryFacts): boolean =>
  hasRole(actor, 'head', 'director', 'admin') && !inquiry.dealId

/** Whose inquiry it is says whose request it was, and the deal begins. */
export const mayStartDeal = (actor: Actor, inquiry: InquiryFacts): boolean =>
  sells(actor) && !inquiry.dealId && isHis(actor, inquiry)

export const inquiryVerbs = (actor: Actor, inquiry: InquiryFacts) => ({
  take: mayTake(actor, inquiry),
  assign: mayAssign(actor, inquiry),
  'start-deal': mayStartDeal(actor, inquiry),
})
