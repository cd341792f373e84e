import { randomBytes } from 'node:crypto'
import express, { type Express } from 'express'
import { fact } from '#domain/shared/fact.ts'
import { createLoginGuard } from './access/login-guard.ts'
import { sessionRoutes } from './access/session.routes.ts'
import { whoAsks } from './access/sessions.ts'
import { fileRoutes } from './documents/files.routes.ts'
import { intakeRoutes } from './leads/intake.routes.ts'
import { operations } from './operations.ts'
import { adminUi } from './shared/admin-ui.ts'
import { eventRoutes } from './shared/events.routes.ts'
import { healthRoutes } from './shared/health.routes.ts'
import { metricsRoutes } from './shared/metrics.routes.ts'
import { openApiRoutes } from './shared/open-api.ts'
import { jsonBody, plainAddress } from './shared/plain-json.ts'
import { problemAnswers } from './shared/problem.ts'
import { headers, sameOriginOnly } from './shared/security.ts'
import { serve } from './shared/serve.ts'
import type { ServerWorld } from './shared/world.ts'

/** The whole of HTTP on one page, in order. */
export function createApp(world: ServerWorld): Express {
  const app = express()
  const secure = world.settings.secureCookies
  app.disable('x-powered-by')
  app.set('etag', false)
  if (world.settings.trustProxy) app.set('trust proxy', 1)

  app.use((_req, res, next) => {
    res.locals.requestId = world.ids()
    res.locals.nonce = randomBytes(16).toString('base64')
    res.setHeader('X-Request-Id', res.locals.requestId)
    next()
  })
  app.use(headers({ https: secure }))
  app.use(plainAddress)
  app.use(healthRoutes(world))

  // Doors for other systems: their own rights and limits, before anything meant for browsers.
  app.use(intakeRoutes(world))

  app.use(['/api', '/metrics'], async (req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    res.locals.actor = await whoAsks(world.orm, req, world.clock.now(), secure)
    next()
  })
  app.use(metricsRoutes(world))
  app.use('/api', sameOriginOnly)
  app.use(sessionRoutes(world, createLoginGuard()))
  app.use(openApiRoutes())
  app.use(eventRoutes(world))
  app.use(fileRoutes(world))
  app.use('/api', jsonBody('1mb'))
  app.use(serve(operations, world))
  app.use('/api', () => {
    throw fact('NotFound')
  })

  app.use(adminUi())
  app.use(problemAnswers(world.log))
  return app
}
