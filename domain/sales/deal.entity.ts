import { defineEntity, p } from '@mikro-orm/core'
import { User } from '../access/user.entity.ts'
import { Company } from '../clients/company.entity.ts'
import { Contact } from '../clients/contact.entity.ts'
import { FunnelVersion } from './funnel-version.entity.ts'

export const dealStatuses = ['open', 'won', 'lost'] as const
export interface WaitsFor {
  what: string
  who: string | null
  since: string
  due: string | null
}
export interface MissingFact {
  fact: string
  title: string
  remedy: string | null
}

const DealSchema = defineEntity({
  name: 'Deal',
  indexes: [
    { properties: ['ownerId', 'status', 'stage', 'id'] },
    { properties: ['status', 'stageSince', 'id'] },
    { properties: ['companyId', 'id'] },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    title: p.string(),
    companyId: () => p.manyToOne(Company).mapToPk(),
    contactId: () => p.manyToOne(Contact).mapToPk().nullable(),
    ownerId: () => p.manyToOne(User).mapToPk(),
    funnelVersionId: () => p.manyToOne(FunnelVersion).mapToPk(),
    inquiryId: p.uuid().nullable(),
    /** Written by the process only, with `seq` going up. */
    stage: p.string(),
    stageSince: p.datetime(),
    status: p.enum([...dealStatuses]).$type<(typeof dealStatuses)[number]>(),
    seq: p.integer().default(0),
    nextDue: p.datetime().nullable(),
    /** The stage's norm has run out. */
    overdue: p.boolean().default(false),
    missing: p.json<MissingFact[]>(),
    waitsFor: p.json<WaitsFor[]>(),
    lostReason: p.string().nullable(),
    closedAt: p.datetime().nullable(),
    /** The process's whole state as last recorded, for founding, reopening and the doctor. */
    processState: p.json<object>().nullable().lazy(),
    generation: p.integer().default(1),
    /** Facts, written by routes. */
    amountKopecks: p.bigint('bigint').default(0),
    nextStepText: p.string().nullable(),
    nextStepDueAt: p.datetime().nullable(),
    firstAnsweredAt: p.datetime().nullable(),
  },
})

/** One sale in work; a running process `deal/<id>`. */
export class Deal extends DealSchema.class {}
DealSchema.setClass(Deal)
