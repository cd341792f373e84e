import { readFileSync } from 'node:fs'
import { Migration } from '@mikro-orm/migrations'

/** A migration whose body is the .sql file of the same name beside it. Forward only. */
export const sqlMigration = (name: string) => ({
  name,
  class: class extends Migration {
    override name = name
    override async up(): Promise<void> {
      await this.execute(readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8'))
    }
  },
})
