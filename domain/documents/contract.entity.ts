import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '../clients/company.entity.ts'
import { dealFacts } from '../sales/deal-facts.ts'
import { dateAt, yearOf } from '../shared/civil-date.ts'
import { fact } from '../shared/fact.ts'
import type { OwnCompanyData } from '../shared/own-company.ts'
import { afterContractMove, type ContractMove } from './contract-moves.ts'
import type { Buyer, PaperLine } from './document-parts.ts'
import { issueNumber } from './number-series.entity.ts'

export const contractStatuses = ['draft', 'awaiting_approval', 'approved', 'signed', 'terminated'] as const
export type ContractStatus = (typeof contractStatuses)[number]

const ContractSchema = defineEntity({
  name: 'Contract',
  indexes: [{ properties: ['companyId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    dealId: p.uuid().nullable().index(),
    authorId: p.uuid(),
    number: p.string().nullable(),
    /** The day on the paper. */
    issuedOn: p.date().nullable(),
    status: p.enum([...contractStatuses]).$type<ContractStatus>(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
    subject: p.text(),
    buyer: p.json<Buyer>(),
    lines: p.json<PaperLine[]>(),
    grossKopecks: p.bigint('bigint'),
    vatKopecks: p.bigint('bigint'),
    fileId: p.uuid().nullable(),
    approvalId: p.uuid().nullable(),
    /** What the lawyer said last. */
    remark: p.text().nullable(),
    seatId: p.uuid().nullable(),
  },
})

/** Договор: from draft through the lawyer to signature. */
export class Contract extends ContractSchema.class {
  /** Guards and changes; the caller's transaction saves. @throws Fact ContractMoveNotAllowed */
  move(by: ContractMove): void {
    const next = afterContractMove(this.status, by)
    if (!next)
      throw fact('ContractMoveNotAllowed', {
        status: dealFacts.contractStatus.choices[this.status],
        state: this.status,
      })
    this.status = next
  }

  /** The lawyer (and the director) agreed: it gets its number. */
  async approve(em: EntityManager, own: OwnCompanyData, at: Date): Promise<void> {
    this.move('approve')
    const today = dateAt(at.getTime(), own.workingHours.zoneOffsetMinutes)
    this.issuedOn = today
    // The draft's print shows no number.
    this.fileId = null
    this.number ??= await issueNumber(em, 'contract', yearOf(today))
  }
}
ContractSchema.setClass(Contract)
