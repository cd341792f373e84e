import type { World } from '../world/a-world.ts'

/** What a refused request may leave behind: its own key, and the time a session was last used. */
const notBusiness = ['command_record', 'session', 'schema_migration']

/** Rows and their hash of every table of the business: equal before and after a refusal. */
export async function fingerprint({ sql }: World): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const read = tables.filter(({ name }) => !notBusiness.includes(name))
  const prints = await Promise.all(
    read.map(async ({ name }) => {
      const [row] = await sql<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from "${name}" t`,
      )
      return [name, row?.print ?? ''] as const
    }),
  )
  return Object.fromEntries(prints)
}
