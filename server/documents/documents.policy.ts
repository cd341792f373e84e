import { afterContractMove, type ContractState } from '#domain/documents/contract-moves.ts'
import { afterInvoiceMove, type InvoiceState } from '#domain/documents/invoice-moves.ts'
import { afterOfferMove, type OfferState } from '#domain/documents/offer-moves.ts'
import { mayWork } from '../sales/deals.policy.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

/** The deal behind a paper, or null where the caller does not see it. */
export type DealBehind = { ownerId: string; status: 'open' | 'won' | 'lost' } | null

/** Papers of a deal are made and sent by those who work it. */
export const worksDeal = (actor: Actor, deal: DealBehind): boolean => deal !== null && mayWork(actor, deal)

/** Issued without anybody's approval by the one who would approve it. */
export const mayIssue = (actor: Actor): boolean => hasRole(actor, 'accountant', 'director')

/** A mistaken invoice is voided by those who work the deal, and by the accountant. */
export const mayVoid = (actor: Actor, deal: DealBehind): boolean =>
  worksDeal(actor, deal) || hasRole(actor, 'accountant')

/** The signature is noted by those who work the deal, and by the lawyer. */
export const maySign = (actor: Actor, deal: DealBehind): boolean =>
  worksDeal(actor, deal) || hasRole(actor, 'lawyer', 'director')

/** Whoever reads it for the company may print it. */
export const mayReadContract = (actor: Actor, deal: DealBehind): boolean =>
  worksDeal(actor, deal) || hasRole(actor, 'lawyer')

/** What the caller may do with the offer now; buttons and routes read the same. */
export function offerVerbs(actor: Actor, { status }: { status: OfferState }, deal: DealBehind) {
  const works = worksDeal(actor, deal)
  const can = (move: string) => works && afterOfferMove(status, move) !== undefined
  return {
    edit: can('submit'),
    submit: can('submit'),
    send: can('send'),
    accept: can('accept'),
    decline: can('decline'),
    render: works,
  }
}

export function invoiceVerbs(
  actor: Actor,
  invoice: { status: InvoiceState; grossKopecks: bigint },
  deal: DealBehind,
  directorFromKopecks: string,
) {
  const { status, grossKopecks } = invoice
  const can = (move: string) => afterInvoiceMove(status, move) !== undefined
  return {
    submit: worksDeal(actor, deal) && can('submit'),
    issue: mayIssue(actor) && status === 'draft' && issuesAlone(actor, grossKopecks, directorFromKopecks),
    send: worksDeal(actor, deal) && can('send'),
    // One that awaits approval is taken back first.
    void: mayVoid(actor, deal) && can('void') && status !== 'awaiting_approval',
  }
}

/** Above the company's sum an accountant does not issue alone. */
export const issuesAlone = (actor: Actor, grossKopecks: bigint, directorFromKopecks: string): boolean =>
  hasRole(actor, 'director') || grossKopecks <= BigInt(directorFromKopecks)

export function contractVerbs(actor: Actor, { status }: { status: ContractState }, deal: DealBehind) {
  const can = (move: string) => afterContractMove(status, move) !== undefined
  return {
    edit: worksDeal(actor, deal) && can('submit'),
    submit: worksDeal(actor, deal) && can('submit'),
    sign: maySign(actor, deal) && can('sign'),
    terminate: maySign(actor, deal) && can('terminate'),
    render: mayReadContract(actor, deal),
  }
}
