import { defineEntity, p } from '@mikro-orm/core'
import { User } from '../access/user.entity.ts'

const NotificationSchema = defineEntity({
  name: 'Notification',
  indexes: [{ properties: ['userId', 'createdAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    userId: () => p.manyToOne(User).mapToPk(),
    createdAt: p.datetime(),
    title: p.string(),
    subjectType: p.string(),
    subjectId: p.uuid(),
    companyId: p.uuid().nullable(),
    readAt: p.datetime().nullable(),
  },
})

/** A word in the bell of one person. */
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification)
