import { approversOfDiscount } from '#domain/access/discount-limits.ts'
import { User } from '#domain/access/user.entity.ts'
import { defaultLimits, offerRoute } from '#domain/approvals/approval-routes.ts'
import { ownDate } from '#domain/documents/document-content.entity.ts'
import type { Offer } from '#domain/documents/offer.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { type OfferStart, offerWorkflowId, offerWorkflowType } from '#workflows/documents/offer.messages.ts'
import { type PaperStart, paperWorkflowId, paperWorkflowType } from '#workflows/documents/paper.messages.ts'
import type { Context } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { askApproval } from './ask-approval.ts'
import { tellDeal } from './tell-deal.ts'

/**
 * Within the author's limit the offer is approved at once and numbered; above it the head, and above the head's limit
 * the director, are asked. @throws Fact OfferMoveNotAllowed, OfferExpired, NoApprover
 */
export async function submitOffer(ctx: Context, offer: Offer): Promise<void> {
  const { em, now } = ctx
  const { data: own } = await ownCompany(em)
  if (offer.status !== 'draft') offer.move('submit')
  mustBeValid(offer, ownDate(own, now))
  const author = await em.findOneOrFail(User, offer.authorId)
  const percent = offer.maxDiscountPercent
  const limits = {
    ...defaultLimits,
    managerDiscountPercent: author.discountLimitPercent,
    headDiscountPercent: own.headDiscountLimitPercent,
  }
  const approvers = approversOfDiscount({
    percent,
    authorLimit: author.discountLimitPercent,
    headLimit: own.headDiscountLimitPercent,
    authorRoles: author.roles,
  })
  const told = { offerId: offer.id }
  if (approvers.length === 0) {
    await offer.approve(em, own, now)
    const watch: OfferStart = { offerId: offer.id, until: offer.endsAt(own) }
    await tellStart(em, offerWorkflowType, offerWorkflowId(offer.id), watch)
    const print: PaperStart = { subject: 'offer', id: offer.id, step: 'approved' }
    await tellStart(em, paperWorkflowType, paperWorkflowId(print), print)
    return tellDeal(ctx, offer.dealId, {
      event: 'offer_approved',
      data: { ...told, number: offer.number ?? null },
      facts: { offerStatus: offer.status },
    })
  }
  offer.move('submit')
  const route = offerRoute(limits)
  await askApproval(ctx, {
    type: 'offer',
    document: offer,
    route: { ...route, groups: route.groups.filter(({ key }) => approvers.some(who => who === key)) },
    own,
    title: `КП для ${offer.buyer.name}`,
    reason: `Скидка ${shown(percent)}% больше предела автора ${shown(author.discountLimitPercent)}%`,
    maxDiscountPercent: percent,
  })
  await tellDeal(ctx, offer.dealId, {
    event: 'offer_submitted',
    data: { ...told, number: offer.number ?? null },
    facts: { offerStatus: offer.status },
  })
}

/** An offer past its day is no offer any more. @throws Fact OfferExpired */
export function mustBeValid({ validUntil }: Pick<Offer, 'validUntil'>, today: string): void {
  if (validUntil < today) throw fact('OfferExpired', { validUntilOn: validUntil })
}

/** '12.50' → '12,5'. */
const shown = (percent: string) => percent.replace(/\.?0+$/, '').replace('.', ',') || '0'
