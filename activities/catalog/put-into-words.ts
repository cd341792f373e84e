import type { Client } from 'pg'
import type { CatalogWarning } from '#integrations/commerceml/commerceml.port.ts'

/** Values of properties in words: a choice by its dictionary, a property without a name by its id. */
const wordsOf = (values: string) => `(
  select coalesce(jsonb_object_agg(w.name, w.words), '{}'::jsonb) from (
    select coalesce(nullif(max(p.name), ''), e.key) as name, string_agg(coalesce(p.choices ->> v.value, v.value), ', '
      order by v.place) as words
    from jsonb_each(${values}) e
    cross join jsonb_array_elements_text(e.value) with ordinality v(value, place)
    left join property p on p.source = $1 and p.external_key = e.key
    group by e.key) w
  where w.words <> '')`

const searchForm = (...parts: string[]) => `translate(lower(concat_ws(' ', ${parts.join(', ')})), 'ё', 'е')`
const valuesOf = (object: string) => `(select string_agg(value, ' ') from jsonb_each_text(${object}))`

const touched = (table: string) => `
  select id from touched_${table}
  union select t.id from ${table} t where t.source = $1 and exists (select from touched_property)
    and t.property_values ?| array(select p.external_key from property p join touched_property using (id))`

/**
 * Makes the words that people read and search of what 1C sent, for what this file has touched: a dictionary may
 * come after the goods that use it (T10). `$1` is the source.
 */
export const putIntoWords = async (client: Client, source: string): Promise<void> => {
  const run = (sql: string) => client.query(sql, [source])
  await run(`
    update product t set unit = u.name from unit u
    where t.source = $1 and t.unit is null and t.unit_code is not null and u.source = $1 and u.name <> ''
      and (u.code = t.unit_code or u.external_key = lower(t.unit_code) or u.external_key = t.unit_code)
      and (t.id in (select id from touched_product) or u.id in (select id from touched_unit))`)
  await run(`
    with changed as (${touched('product')}),
    words as (select t.id, ${wordsOf('t.property_values')} as properties from product t join changed using (id)),
    whole as (select w.id, w.properties, ${searchForm('t.name', 't.full_name', 't.sku', 't.barcode', `t.requisites ->> 'Код'`, valuesOf('w.properties'))} as search_text
              from words w join product t using (id)),
    done as (update product t set properties = n.properties, search_text = n.search_text from whole n
      where t.id = n.id and (t.properties, t.search_text) is distinct from (n.properties, n.search_text) returning t.id)
    insert into touched_product select id from done on conflict do nothing`)
  await run(`
    with changed as (${touched('offering')}
      union select o.id from offering o join touched_product p on p.id = o.product_id),
    words as (select t.id, g.properties || ${wordsOf('t.property_values')} || t.characteristics as properties,
                concat_ws(' ', g.name, g.sku, g.barcode) as of_product
              from offering t join changed using (id) join product g on g.id = t.product_id),
    whole as (select w.id, w.properties, ${searchForm('t.name', 't.sku', 't.barcode', 'w.of_product', valuesOf('w.properties'))} as search_text
              from words w join offering t using (id))
    update offering t set properties = n.properties, search_text = n.search_text from whole n
    where t.id = n.id and (t.properties, t.search_text) is distinct from (n.properties, n.search_text)`)
}

/** T31: values that should be in a dictionary and are not; their ids are kept as text. */
export const unknownChoices = async (
  client: Client,
  source: string,
  file: string,
): Promise<CatalogWarning[]> => {
  const { rows } = await client.query<{ kind: string; external_id: string; name: string; value: string }>(
    ['product', 'offering']
      .map(
        table => `
      (select '${table}' as kind, t.external_id, p.name, v.value
       from ${table} t join touched_${table} using (id)
       cross join jsonb_each(t.property_values) e cross join jsonb_array_elements_text(e.value) v(value)
       join property p on p.source = $1 and p.external_key = e.key
       where p.value_kind = 'choice' and not p.choices ? v.value limit 500)`,
      )
      .join(' union all '),
    [source],
  )
  return rows.map(row => ({
    is: 'warning',
    file,
    line: 0,
    object: `${row.kind === 'product' ? 'Товар' : 'Предложение'} ${row.external_id}`,
    field: `ЗначенияСвойств: ${row.name}`,
    sentence: `значения «${row.value.slice(0, 100)}» нет в справочнике свойства: сохранено как текст`,
  }))
}
