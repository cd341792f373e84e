import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import type { Papers } from '#integrations/papers/papers.port.ts'
import type { Gateway } from '../engine/gateway.ts'
import type { ChangeFeed } from './change-feed.ts'
import type { Clock, Ids } from './ids.ts'

/** Everything a route may reach, made in server/compose and handed in. */
export interface ServerWorld {
  orm: MikroORM
  gateway: Gateway
  clock: Clock
  ids: Ids
  log: Logger
  changes: ChangeFeed
  /** Draws a preview; the papers that count are made by the processes. */
  papers: Papers
  /** People of the demo company while it is the own one, else null. */
  demoLogins(): Promise<{ logins: { login: string; name: string; roles: string[] }[] } | null>
  settings: {
    baseUrl: string
    /** Cookies are Secure and `__Host-` behind TLS. */
    secureCookies: boolean
    mailIsSet: boolean
    metricsAllow: string[]
    trustProxy: boolean
  }
  /** In tests every answer is held against its contract. */
  checkAnswers: boolean
}
