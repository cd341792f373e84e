import { defineEntity, p } from '@mikro-orm/core'
import { User } from './user.entity.ts'

const ApiTokenSchema = defineEntity({
  name: 'ApiToken',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    name: p.string(),
    /** SHA-256 of the token, hex; the token itself is shown once. */
    tokenHash: p.string().unique(),
    /** Own roles or fewer. */
    roles: p.array(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
})

/** A script's way in, with its owner's rights or fewer. */
export class ApiToken extends ApiTokenSchema.class {}
ApiTokenSchema.setClass(ApiToken)
