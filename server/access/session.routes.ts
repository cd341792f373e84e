import { Router } from 'express'
import { User } from '#domain/access/user.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import { jsonBody } from '../shared/plain-json.ts'
import { forkSystem } from '../shared/sight.ts'
import type { ServerWorld } from '../shared/world.ts'
import { LoginRequest, type SessionAnswer } from './access.contract.ts'
import type { LoginGuard } from './login-guard.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import { closeSession, openSession } from './sessions.ts'

/** Signing in and out: the only operations of people who are not known yet. */
export function sessionRoutes(world: ServerWorld, guard: LoginGuard): Router {
  const router = Router()
  const secure = world.settings.secureCookies
  // An unknown login costs the same work as a known one, so that time tells nothing.
  const nobody = hashPassword('nobody')

  router.post('/api/session', jsonBody('10kb'), async (req, res) => {
    const { login, password } = LoginRequest.parse(req.body ?? {})
    const account = login.trim().toLowerCase()
    await guard.check(account, req.ip ?? '')
    const em = forkSystem(world.orm)
    const user = await em.findOne(User, { login: account }, { populate: ['passwordHash'] as never })
    const right = await verifyPassword(password, user?.passwordHash ?? (await nobody))
    if (!user?.active || !right) {
      await guard.failed(account, req.ip ?? '')
      throw fact('WrongPassword')
    }
    await guard.passed(account)
    if (needsRehash(user.passwordHash)) {
      user.passwordHash = await hashPassword(password)
      await em.flush()
    }
    await openSession(world.orm, user.id, world.clock.now(), req, res, secure)
    res.json(await presentSession(world, user.id))
  })

  router.get('/api/session', async (_req, res) => {
    const actor: Actor | undefined = res.locals.actor
    if (!actor) throw fact('NotSignedIn')
    res.json(await presentSession(world, actor.id))
  })

  router.delete('/api/session', async (req, res) => {
    await closeSession(world.orm, req, res, secure)
    res.setHeader('Clear-Site-Data', '"cache", "storage"')
    res.status(204).end()
  })

  router.get('/api/demo', async (_req, res) => {
    res.json((await world.demoLogins()) ?? { logins: [] })
  })
  return router
}

async function presentSession(world: ServerWorld, userId: string): Promise<SessionAnswer> {
  const em = forkSystem(world.orm)
  const now = world.clock.now()
  const user = await em.findOneOrFail(User, userId)
  const absent = await em.find(User, { standInId: userId, standInUntil: { $gt: now } })
  const roles = user.roles as SessionAnswer['user']['roles']
  return {
    user: {
      id: user.id,
      login: user.login,
      name: user.name,
      roles,
      departmentId: user.departmentId ?? null,
      standsInFor: absent.map(({ id, name }) => ({ id, name })),
      can: {
        seePrices: roles.some(role => role !== 'warehouse'),
        editUsers: roles.includes('admin'),
        seeHealth: roles.includes('admin'),
        enterPayments: roles.includes('accountant') || roles.includes('admin'),
      },
    },
  }
}
