/** A column of a staging table and what it does to the table behind it. Null in staging: not mentioned. */
export interface StagedColumn {
  name: string
  type: 'text' | 'boolean' | 'jsonb' | 'numeric' | 'int'
  /** Column of the table; the same name unless told. */
  into?: string
  /** SQL of the new value over `s`; the staged value unless told. */
  value?: string
  /** SQL for a new row where nothing was said. */
  otherwise: string
  /** SQL over `t` that holds where the table knows nothing yet; what only fills gaps asks it. */
  blank?: string
}

/** Text: '' clears. */
export const text = (name: string): StagedColumn => ({
  name,
  type: 'text',
  value: `nullif(s.${name}, '')`,
  otherwise: 'null',
  blank: `t.${name} is null`,
})
/** Text that is never null: '' says nothing. */
export const word = (name: string, otherwise = "''"): StagedColumn => ({
  name,
  type: 'text',
  value: `coalesce(nullif(s.${name}, ''), t.${name}, ${otherwise})`,
  otherwise,
  blank: `t.${name} = ''`,
})
export const json = (name: string, empty = "'{}'::jsonb"): StagedColumn => ({
  name,
  type: 'jsonb',
  otherwise: empty,
  blank: `t.${name} = ${empty}`,
})
export const truth = (name: string, otherwise = 'false'): StagedColumn => ({
  name,
  type: 'boolean',
  otherwise,
  blank: 'false',
})

export interface StagedTable {
  table: string
  columns: readonly StagedColumn[]
  /** Columns that only help to make others. */
  helpers?: readonly { name: string; type: string }[]
  /** Rows marked as stubs fill gaps of other stubs and touch nothing else. */
  gentleStubs?: boolean
  /** SQL of columns that a new row needs beside: name → value over `s`. */
  links?: Record<string, string>
}

export const stageOf = (table: string): string => `stage_${table}`
const touchedOf = (table: string): string => `touched_${table}`

/** Staging and the list of what was touched live as long as the transaction. */
export const createStage = ({ table, columns, helpers = [] }: StagedTable): string => `
  create temp table ${stageOf(table)} (id uuid, external_id text, external_key text primary key, stub boolean, line int
    ${[...columns, ...helpers].map(one => `, ${one.name} ${one.type}`).join('')}) on commit drop;
  create temp table ${touchedOf(table)} (id uuid primary key) on commit drop`

export const stagedNames = ({ columns, helpers = [] }: StagedTable): string[] => [
  ...['id', 'external_id', 'external_key', 'stub', 'line'],
  ...[...columns, ...helpers].map(one => one.name),
]

/**
 * Two statements that bring the staged rows into the table: changed rows are rewritten, new ones added, equal ones
 * left alone. Safe without ON CONFLICT since one import of a source runs at a time. `$1` is the source.
 */
export const mergeSql = (staged: StagedTable): [update: string, insert: string] => {
  const { table, columns, gentleStubs = false, links = {} } = staged
  const all = columns.map(one => ({
    ...one,
    into: one.into ?? one.name,
    value: one.value ?? `s.${one.name}`,
  }))
  const into = all.map(one => one.into)
  const kept = (one: StagedColumn) =>
    gentleStubs
      ? `s.${one.name} is null or s.stub and not (t.stub and ${one.blank ?? 'false'})`
      : `s.${one.name} is null`
  const merged = all.map(
    one => `case when ${kept(one)} then t.${one.into} else ${one.value} end as ${one.into}`,
  )
  // In a new row there is no `t` to keep: its columns are null.
  const fresh = all.map(one => `coalesce(${one.value}, ${one.otherwise})`)
  const remember = (statement: string) => `
    with done as (${statement} returning ${table}.id)
    insert into ${touchedOf(table)} select id from done on conflict do nothing`
  return [
    remember(`
      update ${table} set ${into.map(name => `${name} = n.${name}`).join(', ')}, stub = n.stub,
        version = ${table}.version + 1, updated_at = now()
      from (select t.id, t.stub and s.stub as stub, ${merged.join(', ')}
            from ${stageOf(table)} s join ${table} t on t.source = $1 and t.external_key = s.external_key) n
      where ${table}.id = n.id
        and (${[...into, 'stub'].map(name => `${table}.${name}`).join(', ')})
          is distinct from (${[...into, 'stub'].map(name => `n.${name}`).join(', ')})`),
    remember(`
      insert into ${table} (id, source, external_id, external_key, stub, ${[...into, ...Object.keys(links)].join(', ')})
      select s.id, $1, s.external_id, s.external_key, s.stub, ${[...fresh, ...Object.values(links)].join(', ')}
      from ${stageOf(table)} s left join ${table} t on t.source = $1 and t.external_key = s.external_key
      where t.id is null`),
  ]
}
