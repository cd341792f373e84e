import { defineEntity, p } from '@mikro-orm/core'
import { User } from '../access/user.entity.ts'
import { Company } from '../clients/company.entity.ts'

export const taskStatuses = ['open', 'done', 'cancelled'] as const

const TaskSchema = defineEntity({
  name: 'Task',
  indexes: [{ properties: ['assigneeId', 'status', 'dueAt', 'id'] }, { properties: ['dealId'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    title: p.string(),
    /** Why now, in words. */
    reason: p.string().nullable(),
    /** call, offer, check_call, warn, other: decides icon and what is asked when it is done. */
    kind: p.string(),
    companyId: () => p.manyToOne(Company).mapToPk().nullable().index(),
    dealId: p.uuid().nullable(),
    assigneeId: () => p.manyToOne(User).mapToPk(),
    dueAt: p.datetime(),
    status: p.enum([...taskStatuses]).$type<(typeof taskStatuses)[number]>(),
    doneAt: p.datetime().nullable(),
    result: p.text().nullable(),
    /** The rule or person that asked for it. */
    createdBy: p.uuid().nullable(),
    seatId: p.uuid().nullable(),
  },
})

/** Something a person must do, with a deadline. */
export class Task extends TaskSchema.class {}
TaskSchema.setClass(Task)
