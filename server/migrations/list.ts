import { sqlMigration } from './sql-migration.ts'

/** In order, for ever: a released migration is never changed, a new one goes to the end. */
export const migrations = [
  sqlMigration('0001-tables'),
  sqlMigration('0002-sight'),
  sqlMigration('0003-journal'),
]
