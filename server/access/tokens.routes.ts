import { randomBytes } from 'node:crypto'
import { ApiToken } from '#domain/access/api-token.entity.ts'
import type { RoleKey } from '#domain/access/seats.ts'
import { fact } from '#domain/shared/fact.ts'
import { hasRole } from '../shared/actor.ts'
import { sha256 } from '../shared/command-record.ts'
import { ListQuery, Nothing } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'
import { CreateToken, TokenAnswer, TokenPage } from './access.contract.ts'

const presentToken = (token: ApiToken) => ({
  id: token.id,
  name: token.name,
  roles: token.roles as RoleKey[],
  expiresAt: token.expiresAt.toISOString(),
  revokedAt: token.revokedAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
})

/** Ways in for scripts. The table is the machine's own, so each handler keeps to the caller's tokens itself. */
export const tokenOperations = [
  operation({
    name: 'listTokens',
    method: 'get',
    path: '/api/tokens',
    summary: 'Own tokens',
    via: 'process',
    may: 'signed_in',
    query: ListQuery,
    answer: TokenPage,
    handle: ({ world, actor, query }) =>
      listPage(
        forkSystem(world.orm),
        { entity: ApiToken, sort: { createdAt: 'createdAt' }, filter: {}, where: { userId: actor.id } },
        query,
        rows => rows.map(presentToken),
      ),
  }),
  operation({
    name: 'createToken',
    method: 'post',
    path: '/api/tokens',
    summary: 'Make a token with own rights or fewer',
    via: 'process',
    may: 'signed_in',
    body: CreateToken,
    answer: TokenAnswer,
    status: 201,
    secretAnswer: true,
    async handle({ world, actor, body, now }) {
      if (!body.roles.every(role => hasRole(actor, role))) throw fact('Forbidden')
      const token = `vrn_${randomBytes(32).toString('base64url')}`
      const em = forkSystem(world.orm, actor.id)
      const row = em.create(ApiToken, {
        id: world.ids(),
        userId: actor.id,
        name: body.name,
        roles: body.roles,
        tokenHash: sha256(token),
        createdAt: now,
        expiresAt: new Date(body.expiresAt),
      })
      await em.flush()
      return { ...presentToken(row), token }
    },
  }),
  operation({
    name: 'revokeToken',
    method: 'delete',
    path: '/api/tokens/:id',
    summary: 'Revoke a token at once',
    via: 'process',
    may: 'signed_in',
    answer: Nothing,
    status: 204,
    async handle({ world, actor, params, now }) {
      const em = forkSystem(world.orm, actor.id)
      const token = await em.findOneOrFail(ApiToken, { id: params.id ?? '', userId: actor.id })
      token.revokedAt ??= now
      await em.flush()
      return {}
    },
  }),
]
