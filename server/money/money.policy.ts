import type { RoleKey } from '#domain/access/seats.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Payment } from '#domain/money/payment.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

/** Payments are the accountants' work; the director sees them, the administrator helps out. */
export const whoSeesPayments: readonly RoleKey[] = ['accountant', 'admin', 'director']
export const whoMatches: readonly RoleKey[] = ['accountant', 'admin']
/** What clients owe is the business of those who sell to them as well, each for the own clients. */
export const whoSeesDebts: readonly RoleKey[] = ['manager', 'head', 'accountant', 'director', 'admin']

/** What the caller may do with the payment now; buttons and routes read the same. */
export function paymentVerbs(
  actor: Actor,
  { amountKopecks, matchedKopecks }: Pick<Payment, 'amountKopecks' | 'matchedKopecks'>,
  matchedTo: readonly Pick<Invoice, 'grossKopecks' | 'paidKopecks'>[],
) {
  const works = hasRole(actor, ...whoMatches)
  return { match: works && matchedKopecks < amountKopecks, unmatch: works && matchedTo.some(mayGiveBack) }
}

/** An invoice paid in full has set the shipment going: money is not taken off it. */
export const mayGiveBack = ({ grossKopecks, paidKopecks }: Pick<Invoice, 'grossKopecks' | 'paidKopecks'>) =>
  paidKopecks < grossKopecks
