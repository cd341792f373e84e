import { LockMode } from '@mikro-orm/core'
import { Contract } from '#domain/documents/contract.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import type { Context } from '../shared/operation.ts'
import { mustBeFresh } from '../shared/stale.ts'
import { type DealBehind, worksDeal } from './documents.policy.ts'

const papers = { offer: Offer, invoice: Invoice, contract: Contract } as const
interface Papers {
  offer: Offer
  invoice: Invoice
  contract: Contract
}
type Rule = (actor: Actor, deal: DealBehind) => boolean

/**
 * The paper of the address for changing, locked: seen, the caller's to change by the rule, and as the caller last saw
 * it where he says so (`fresh`: where he must). @throws NotFound, Forbidden, StaleVersion, VersionRequired
 */
export async function paperAtHand<T extends keyof Papers>(
  ctx: Context,
  type: T,
  { may = worksDeal, fresh = false }: { may?: Rule; fresh?: boolean } = {},
): Promise<{ paper: Papers[T]; deal: Deal | null }> {
  const paper = (await ctx.em.findOneOrFail<Offer | Invoice | Contract>(papers[type], ctx.params.id ?? '', {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })) as Papers[T]
  const deal = paper.dealId ? await ctx.em.findOne(Deal, paper.dealId) : null
  if (!may(ctx.actor, deal)) throw fact('Forbidden')
  if (fresh || ctx.expectedVersion !== null) mustBeFresh(paper, ctx.expectedVersion)
  return { paper, deal }
}

/** The deal a new paper is made for: seen, the caller's to work, and open. */
export async function dealForPaper({ em, actor }: Context, dealId: string): Promise<Deal> {
  const deal = await em.findOneOrFail(Deal, dealId)
  if (!worksDeal(actor, deal)) throw fact('Forbidden')
  if (deal.status !== 'open') throw fact('DealClosed')
  return deal
}
