import { Migrator } from '@mikro-orm/migrations'
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { migrations } from '../migrations/list.ts'
import { entities } from './entities.ts'
import { IdNaming } from './naming.ts'

export interface OrmOptions {
  url: string
  /** Most connections held at once. */
  poolSize?: number
}

/** The one way to the base. Nobody reads through `orm.em` itself: each request and each deed forks with its sight. */
export const openOrm = ({ url, poolSize = 12 }: OrmOptions): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl: url,
    entities,
    namingStrategy: IdNaming,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    forceUtcTimezone: true,
    sessionContext: 'transaction',
    logger: () => undefined,
    schemaGenerator: {
      ignorePolicies: true,
      ignoreTriggers: true,
      ignoreRoutines: true,
      skipTables: ['search_entry'],
      managementDbName: 'postgres',
    },
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      tableName: 'schema_migration',
      transactional: true,
      allOrNothing: true,
    },
    driverOptions: {
      statement_timeout: 30_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })

export type { EntityManager }
