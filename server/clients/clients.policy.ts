import type { Company } from '#domain/clients/company.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

type ClientFacts = Pick<Company, 'ownerId'>

/** A client is led by its owner, those who stand in for him, the heads above; director and administrator lead all. */
export const mayLead = (actor: Actor, company: ClientFacts): boolean =>
  hasRole(actor, 'director', 'admin') ||
  (hasRole(actor, 'manager', 'head') && actor.owners.includes(company.ownerId))

/** A client is given to another manager by the head above both, by the director or the administrator. */
export const mayReassign = (actor: Actor, company: ClientFacts): boolean =>
  hasRole(actor, 'director', 'admin') || (hasRole(actor, 'head') && actor.owners.includes(company.ownerId))

/** What the caller may do with the client now; who takes part sees it and writes down what he said to it. */
export const companyVerbs = (actor: Actor, company: ClientFacts) => ({
  edit: mayLead(actor, company),
  reassign: mayReassign(actor, company),
  add_contact: mayLead(actor, company),
  start_deal: hasRole(actor, 'manager', 'head', 'director'),
  log_interaction: true,
})
