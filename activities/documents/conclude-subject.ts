import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ApprovalEnd } from '#domain/approvals/approval-moves.ts'
import type { ApprovalSubject } from '#domain/approvals/approval-plan.ts'
import { Contract } from '#domain/documents/contract.entity.ts'
import { theOwnCompany } from '#domain/documents/document-content.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import type { DealFacts } from '#domain/sales/deal-facts.ts'
import type { PathActor } from '#domain/sales/path-event.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { type OfferStart, offerWorkflowId, offerWorkflowType } from '#workflows/documents/offer.messages.ts'
import { type PaperStart, paperWorkflowId, paperWorkflowType } from '#workflows/documents/paper.messages.ts'
import { invoiceWorkflowId, invoiceWorkflowType } from '#workflows/money/invoice.messages.ts'
import { notify } from '../shared/notify.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { tellDeal } from './tell-deal.ts'

export interface Conclusion {
  subject: ApprovalSubject
  verdict: ApprovalEnd
  /** Who closed the approval (user id); null when no step was needed. */
  by: string | null
  /** The words of a rejection. */
  remark: string | null
  /** Epoch ms. */
  at: number
}

const words = { offer: 'КП', invoice: 'Счёт', contract: 'Договор' } as const

/**
 * Moves the approved, rejected or withdrawn document on, in the transaction of the approval's end: an offer and a
 * contract get their number, an invoice is issued and its process begun; a rejected one is a draft again with the
 * remark. The deal and the author hear of it. A document that has moved on already stays as it is.
 */
export async function concludeSubject(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids' | 'clock'>,
  conclusion: Conclusion,
): Promise<void> {
  const { subject, verdict } = conclusion
  const document = await locked(em, subject)
  if (document.status !== 'awaiting_approval') return
  if (verdict === 'approved') await approve(em, document, new Date(conclusion.at))
  else document.move(verdict === 'rejected' ? 'reject' : 'withdraw')
  if (document instanceof Contract) document.remark = verdict === 'rejected' ? conclusion.remark : null
  if (verdict !== 'withdrawn') await tellAuthor(em, world, document, conclusion)
  await em.flush()
  await tellTheDeal(em, document, conclusion)
}

function locked(em: EntityManager, { type, id }: ApprovalSubject): Promise<Offer | Invoice | Contract> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const
  if (type === 'offer') return em.findOneOrFail(Offer, id, lock)
  return type === 'invoice' ? em.findOneOrFail(Invoice, id, lock) : em.findOneOrFail(Contract, id, lock)
}

async function approve(em: EntityManager, document: Offer | Invoice | Contract, at: Date): Promise<void> {
  const { data: own } = await theOwnCompany(em)
  if (!(document instanceof Invoice)) {
    await document.approve(em, own, at)
    if (document instanceof Offer) {
      const start: OfferStart = { offerId: document.id, until: document.endsAt(own) }
      await tellStart(em, offerWorkflowType, offerWorkflowId(document.id), start)
    }
    const subject = document instanceof Offer ? 'offer' : 'contract'
    return startPaper(em, { subject, id: document.id, step: 'approved' })
  }
  await document.issue(em, 'approve', own, at)
  await tellStart(em, invoiceWorkflowType, invoiceWorkflowId(document.id), { invoiceId: document.id })
}

const startPaper = async (em: EntityManager, start: PaperStart): Promise<void> => {
  await tellStart(em, paperWorkflowType, paperWorkflowId(start), start)
}

async function tellTheDeal(
  em: EntityManager,
  document: Offer | Invoice | Contract,
  { subject: { type }, verdict, by }: Conclusion,
): Promise<void> {
  if (!document.dealId) return
  const outcome = verdict === 'approved' ? 'approved' : 'rejected'
  const actor: PathActor = { type: by ? 'user' : 'system', id: by, name: null }
  const data = { [`${type}Id`]: document.id, number: document.number ?? null }
  const facts: DealFacts = { [`${type}Status`]: document.status }
  if (verdict === 'withdrawn')
    await tellDeal(em, document.dealId, { event: 'facts_changed', data: {}, facts, actor })
  else if (type === 'invoice' && outcome === 'approved')
    await tellDeal(em, document.dealId, { event: 'invoice_issued', data, facts, actor })
  else if (type === 'invoice')
    await tellDeal(em, document.dealId, {
      event: 'invoice_rejected',
      data: { invoiceId: document.id },
      facts,
      actor,
    })
  else await tellDeal(em, document.dealId, { event: `${type}_${outcome}`, data, facts, actor })
}

async function tellAuthor(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids' | 'clock'>,
  document: Offer | Invoice | Contract,
  { subject: { type, id }, verdict, remark }: Conclusion,
): Promise<void> {
  const name = `${words[type]}${document.number ? ` ${document.number}` : ''}`
  const outcome = verdict === 'approved' ? 'согласовано' : 'отклонено'
  await notify(em, world, {
    to: [document.authorId],
    title: `${name}: ${outcome}${remark ? `. ${remark}` : ''}`,
    subjectType: type,
    subjectId: id,
    companyId: document.companyId,
  })
}
