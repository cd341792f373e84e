import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Actor } from './actor.ts'

/** One fork per actor and request; never handed to another actor. */
export const forkFor = (orm: MikroORM, actor: Actor): EntityManager =>
  orm.em.fork({
    session: {
      role: `voronka_${actor.sight}`,
      variables: {
        'app.actor': actor.id,
        'app.sight': actor.sight,
        'app.owners': `{${actor.owners.join(',')}}`,
        'app.seats': `{${actor.seats.join(',')}}`,
      },
    },
  })

/** The machine's own sight: activities, sessions, intake. `actor` is whose deed the journal shows. */
export const forkSystem = (orm: MikroORM, actor = ''): EntityManager =>
  orm.em.fork({
    session: {
      role: 'voronka_system',
      variables: { 'app.actor': actor, 'app.sight': 'whole', 'app.owners': '{}', 'app.seats': '{}' },
    },
  })
