import { defineEntity, p } from '@mikro-orm/core'
import { User } from './user.entity.ts'

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    /** SHA-256 of the cookie's 256-bit value, hex: the base alone lets nobody in. */
    idHash: p.string().primary(),
    userId: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    ip: p.string().nullable(),
    userAgent: p.text().nullable(),
  },
})

/** One signed-in browser. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session)
