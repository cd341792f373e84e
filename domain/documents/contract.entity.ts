import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'
import type { Buyer, PaperLine } from './document-parts.ts'

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
export class Contract extends ContractSchema.class {}
ContractSchema.setClass(Contract)
