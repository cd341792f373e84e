import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '../clients/company.entity.ts'
import { Deal } from '../sales/deal.entity.ts'
import { dealFacts } from '../sales/deal-facts.ts'
import { addDays, dateAt, yearOf } from '../shared/civil-date.ts'
import { fact } from '../shared/fact.ts'
import type { OwnCompanyData } from '../shared/own-company.ts'
import type { Buyer, PaperLine } from './document-parts.ts'
import { issueNumber } from './number-series.entity.ts'
import { afterOfferMove, type OfferMove } from './offer-moves.ts'

export const offerStatuses = [
  'draft',
  'awaiting_approval',
  'approved',
  'sent',
  'accepted',
  'declined',
  'expired',
] as const
export type OfferStatus = (typeof offerStatuses)[number]

const OfferSchema = defineEntity({
  name: 'Offer',
  indexes: [{ properties: ['companyId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    dealId: () => p.manyToOne(Deal).mapToPk().index(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    authorId: p.uuid(),
    /** Given when it first leaves draft. */
    number: p.string().nullable(),
    revision: p.integer().default(1),
    issuedOn: p.date().nullable(),
    status: p.enum([...offerStatuses]).$type<OfferStatus>(),
    validUntil: p.date(),
    buyer: p.json<Buyer>(),
    lines: p.json<PaperLine[]>(),
    netKopecks: p.bigint('bigint'),
    vatKopecks: p.bigint('bigint'),
    grossKopecks: p.bigint('bigint'),
    maxDiscountPercent: p.decimal('string').columnType('numeric(5,2)'),
    fileId: p.uuid().nullable(),
    approvalId: p.uuid().nullable(),
    sentAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
  },
})

/** Коммерческое предложение: what we offer a client, with prices and dates, until a day. */
export class Offer extends OfferSchema.class {
  /** Guards and changes; the caller's transaction saves. @throws Fact OfferMoveNotAllowed */
  move(by: OfferMove): void {
    const next = afterOfferMove(this.status, by)
    if (!next)
      throw fact('OfferMoveNotAllowed', {
        status: dealFacts.offerStatus.choices[this.status],
        state: this.status,
      })
    this.status = next
  }

  /** Approved, by a person or within the author's own limit: it gets its number and its day. */
  async approve(em: EntityManager, own: OwnCompanyData, at: Date): Promise<void> {
    this.move('approve')
    this.issuedOn = dateAt(at.getTime(), own.workingHours.zoneOffsetMinutes)
    // The draft's print shows no number.
    this.fileId = null
    this.number ??= await issueNumber(em, 'offer', yearOf(this.issuedOn))
  }

  /** The end of the last day it holds, by the company's clock; epoch ms. */
  endsAt({ workingHours }: OwnCompanyData): number {
    return Date.parse(`${addDays(this.validUntil, 1)}T00:00:00Z`) - workingHours.zoneOffsetMinutes * 60_000
  }
}
OfferSchema.setClass(Offer)
