import { defineEntity, p } from '@mikro-orm/core'

export type ActorType = 'user' | 'rule' | 'system' | '1c' | 'client'

const ProcessEventSchema = defineEntity({
  name: 'ProcessEvent',
  indexes: [{ properties: ['subject', 'at', 'id'] }, { properties: ['dealId', 'at', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    /** deal/<id>, approval/<id>, invoice/<id>, request/<id>, inquiry/<id>. */
    subject: p.string(),
    /** The deal whose path this line belongs to as well. */
    dealId: p.uuid().nullable(),
    companyId: p.uuid().nullable().index(),
    at: p.datetime(),
    kind: p.string(),
    title: p.text(),
    actorType: p.enum(['user', 'rule', 'system', '1c', 'client']).$type<ActorType>(),
    actorId: p.string().nullable(),
    actorName: p.string().nullable(),
    data: p.json<Record<string, string | number | boolean | null>>(),
    /** How long the process had waited before this, milliseconds. */
    waitedMs: p.bigint('number').nullable(),
    stage: p.string().nullable(),
    /** Order within one process when times are equal. */
    seq: p.integer().default(0),
    seatId: p.uuid().nullable(),
  },
})

/** One line of the path: what, when, who or which rule, on which data. Only added, never changed. */
export class ProcessEvent extends ProcessEventSchema.class {}
ProcessEventSchema.setClass(ProcessEvent)

/** A line of the path as its writer gives it; what is not said is empty. */
export interface PathLine {
  id: string
  subject: string
  dealId?: string | null
  companyId?: string | null
  at: Date
  kind: string
  title: string
  actor: { type: ActorType; id: string | null; name: string | null }
  data?: Record<string, string | number | boolean | null>
  waitedMs?: number | null
  stage?: string | null
  seq?: number
  seatId?: string | null
}

/** The row of a line. */
export const processEventRow = (line: PathLine) => ({
  id: line.id,
  subject: line.subject,
  dealId: line.dealId ?? null,
  companyId: line.companyId ?? null,
  at: line.at,
  kind: line.kind,
  title: line.title,
  actorType: line.actor.type,
  actorId: line.actor.id,
  actorName: line.actor.name,
  data: line.data ?? {},
  waitedMs: line.waitedMs ?? null,
  stage: line.stage ?? null,
  seq: line.seq ?? 0,
  seatId: line.seatId ?? null,
})
