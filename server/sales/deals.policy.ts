import type { Deal } from '#domain/sales/deal.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

type DealFacts = Pick<Deal, 'ownerId' | 'status'>

/** A deal is worked by its owner, those who stand in for him, the heads above, and the director. */
export const mayWork = (actor: Actor, deal: DealFacts): boolean =>
  hasRole(actor, 'director') || (hasRole(actor, 'manager', 'head') && actor.owners.includes(deal.ownerId))

/** What the caller may do with the deal now; buttons and routes read the same. */
export function dealVerbs(actor: Actor, deal: DealFacts) {
  const open = deal.status === 'open' && mayWork(actor, deal)
  return {
    edit: open,
    move: open,
    set_lines: open,
    plan_step: open,
    win: open,
    lose: open,
    reopen: deal.status !== 'open' && mayWork(actor, deal),
    create_offer: open,
    create_contract: open,
    log_interaction: mayWork(actor, deal),
    reserve: open,
  }
}
