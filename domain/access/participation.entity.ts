import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

const ParticipationSchema = defineEntity({
  name: 'Participation',
  indexes: [{ properties: ['seatId', 'companyId'] }, { properties: ['subjectType', 'subjectId'] }],
  uniques: [{ properties: ['seatId', 'companyId', 'because', 'subjectId'] }],
  properties: {
    id: p.uuid().primary(),
    /** A person's id or the seat of a role (domain/access/seats.ts). */
    seatId: p.uuid(),
    companyId: () => p.manyToOne(Company).mapToPk().deleteRule('cascade'),
    /** approval, request, invoice, deal, stand_in. */
    because: p.string(),
    subjectType: p.string(),
    subjectId: p.uuid(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
})

/** Why somebody who does not own a client sees it now: a row per reason, opened and closed by the processes. */
export class Participation extends ParticipationSchema.class {}
ParticipationSchema.setClass(Participation)
