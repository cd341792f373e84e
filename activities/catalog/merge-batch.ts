import type { Client } from 'pg'
import type { CatalogBatch } from './catalog-batch.ts'
import { mergeSql } from './merge-table.ts'
import { groups, offerings, priceTypes, products, properties, units, warehouses } from './staged-tables.ts'

/** Staging → the catalogue, in the order in which things refer to each other. Answers how many rows changed. */
export const mergeBatch = async (client: Client, source: string, batch: CatalogBatch, ids: () => string) => {
  let changed = 0
  const run = async (sql: string, values: unknown[] = [source]) => {
    changed += (await client.query(sql, values)).rowCount ?? 0
  }
  const parts = [
    [groups, batch.group.size],
    [properties, batch.property.size],
    [units, batch.unit.size],
    [warehouses, batch.warehouse.size],
    [priceTypes, batch.priceType.size],
    [products, batch.product.size],
    [offerings, batch.offering.size],
  ] as const
  for (const [table, rows] of parts) {
    if (rows === 0) continue
    if (table === products) await addStubs(client, source, 'product_group', missingGroups, ids)
    for (const sql of mergeSql(table)) await run(sql)
    if (table === groups) await run(parents)
    await client.query(`truncate stage_${table.table}`)
  }
  if (batch.price.size > 0) {
    await addStubs(client, source, 'price_type', missingPriceTypes, ids)
    await run(mergePrices)
    await client.query('truncate stage_price')
  }
  if (batch.stock.size > 0) {
    await addStubs(client, source, 'warehouse', missingWarehouses, ids)
    for (const sql of mergeStocks) await run(sql)
    await client.query('truncate stage_stock')
  }
  return changed
}

/** What is only mentioned gets a row with the id and an empty name, filled when it comes (CML-41). */
const addStubs = async (
  client: Client,
  source: string,
  table: string,
  missing: string,
  ids: () => string,
) => {
  const { rows } = await client.query<{ external_id: string; external_key: string }>(missing, [source])
  if (rows.length === 0) return
  await client.query(
    `insert into ${table} (id, source, external_id, external_key, name, stub)
     select id, $1, external_id, external_key, '', true from unnest($2::uuid[], $3::text[], $4::text[])
       as n(id, external_id, external_key) on conflict do nothing`,
    [source, rows.map(ids), rows.map(row => row.external_id), rows.map(row => row.external_key)],
  )
}

const missingGroups = `
  select distinct k.key as external_id, k.key as external_key
  from stage_product s cross join jsonb_array_elements_text(s.group_keys) k(key)
  where not exists (select from product_group g where g.source = $1 and g.external_key = k.key)`
const missingPriceTypes = `
  select distinct on (s.price_type_key) s.price_type_id as external_id, s.price_type_key as external_key
  from stage_price s
  where not exists (select from price_type t where t.source = $1 and t.external_key = s.price_type_key)`
const missingWarehouses = `
  select distinct on (s.warehouse_key) s.warehouse_id as external_id, s.warehouse_key as external_key
  from stage_stock s where s.warehouse_key is not null
    and not exists (select from warehouse w where w.source = $1 and w.external_key = s.warehouse_key)`

const parents = `
  update product_group g set parent_id = n.parent_id, version = g.version + 1, updated_at = now()
  from (select t.id, p.id as parent_id from stage_product_group s
        join product_group t on t.source = $1 and t.external_key = s.external_key
        left join product_group p on p.source = $1 and p.external_key = s.parent_key) n
  where g.id = n.id and g.parent_id is distinct from n.parent_id`

const mergePrices = `
  insert into price as t (id, offering_id, price_type_id, value_kopecks, currency, min_quantity, unit, unit_factor)
  select s.id, o.id, p.id, s.value_kopecks, coalesce(s.currency, p.currency, 'RUB'), s.min_quantity, s.unit, s.unit_factor
  from stage_price s
  join offering o on o.source = $1 and o.external_key = s.offering_key
  join price_type p on p.source = $1 and p.external_key = s.price_type_key
  on conflict (offering_id, price_type_id, min_quantity) do update
    set value_kopecks = excluded.value_kopecks, currency = excluded.currency, unit = excluded.unit,
        unit_factor = excluded.unit_factor, version = t.version + 1, updated_at = now()
    where (t.value_kopecks, t.currency, t.unit, t.unit_factor)
      is distinct from (excluded.value_kopecks, excluded.currency, excluded.unit, excluded.unit_factor)`

const staged = `
  select s.id, o.id as offering_id, w.id as warehouse_id, s.quantity, s.complete
  from stage_stock s
  join offering o on o.source = $1 and o.external_key = s.offering_key
  left join warehouse w on w.source = $1 and w.external_key = s.warehouse_key`

/** A total without a place and rows of places exclude each other; of complete rows what is not named is empty. */
const mergeStocks = [
  `delete from stock t using (${staged}) s
   where t.offering_id = s.offering_id and (t.warehouse_id is null) <> (s.warehouse_id is null)`,
  `update stock t set quantity = 0, version = t.version + 1, updated_at = now()
   where t.quantity <> 0 and t.offering_id in (select offering_id from (${staged}) s where s.complete)
     and not exists (select from (${staged}) s
       where s.offering_id = t.offering_id and s.warehouse_id is not distinct from t.warehouse_id)`,
  `update stock t set quantity = s.quantity, version = t.version + 1, updated_at = now() from (${staged}) s
   where t.offering_id = s.offering_id and t.warehouse_id is not distinct from s.warehouse_id
     and t.quantity <> s.quantity`,
  `insert into stock (id, offering_id, warehouse_id, quantity)
   select s.id, s.offering_id, s.warehouse_id, s.quantity from (${staged}) s
   where not exists (select from stock t
     where t.offering_id = s.offering_id and t.warehouse_id is not distinct from s.warehouse_id)`,
]
