import type { EntityManager } from '@mikro-orm/postgresql'
import type { Mail } from '#integrations/mail/mail.port.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'

/** What the deeds of processes may reach; made in server/compose and handed in. */
export interface ActivityWorld {
  /** A fresh fork with the machine's sight: a person who lost sight of a client must not block a projection. */
  fork(): EntityManager
  clock: { now(): Date }
  ids(): string
  /** Null where no SMTP is set: letters are kept in «Письма». */
  mail: Mail | null
  papers: Papers
}
