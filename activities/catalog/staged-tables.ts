import { json, type StagedTable, text, truth, word } from './merge-table.ts'

export const groups: StagedTable = {
  table: 'product_group',
  columns: [word('name'), truth('deleted')],
  helpers: [{ name: 'parent_key', type: 'text' }],
}
export const properties: StagedTable = {
  table: 'property',
  columns: [word('name'), word('value_kind', "'text'"), json('choices'), truth('deleted')],
}
export const units: StagedTable = {
  table: 'unit',
  columns: [word('name'), text('code'), text('full_name'), text('international_name'), truth('deleted')],
}
export const warehouses: StagedTable = {
  table: 'warehouse',
  columns: [word('name'), text('address'), truth('deleted')],
}
export const priceTypes: StagedTable = {
  table: 'price_type',
  columns: [word('name'), text('currency'), truth('vat_included', 'null::boolean'), truth('deleted')],
}

export const products: StagedTable = {
  table: 'product',
  gentleStubs: true,
  columns: [
    word('name'),
    ...[
      'full_name',
      'sku',
      'barcode',
      'description',
      'unit',
      'unit_code',
      'vat_rate',
      'external_version',
    ].map(text),
    ...['property_values', 'requisites', 'extra'].map(name => json(name)),
    json('pictures', "'[]'::jsonb"),
    truth('deleted'),
    {
      name: 'group_keys',
      type: 'jsonb',
      into: 'group_ids',
      value: `case when s.group_keys is not null then array(
        select g.id from jsonb_array_elements_text(s.group_keys) with ordinality k(key, place)
        join product_group g on g.source = $1 and g.external_key = k.key order by k.place) end`,
      otherwise: "'{}'::uuid[]",
      blank: "t.group_ids = '{}'",
    },
  ],
}

export const offerings: StagedTable = {
  table: 'offering',
  columns: [
    word('name'),
    text('sku'),
    text('barcode'),
    ...['property_values', 'characteristics', 'extra'].map(name => json(name)),
    { name: 'stated_total', type: 'numeric', otherwise: 'null' },
    truth('deleted'),
  ],
  helpers: [{ name: 'product_key', type: 'text' }],
  links: {
    product_id: '(select p.id from product p where p.source = $1 and p.external_key = s.product_key)',
  },
}

/** In the order in which each may refer to those before it (CML-41). */
export const stagedTables = [groups, properties, units, warehouses, priceTypes, products, offerings]

/** Prices and stock have no id of their own in 1C. */
export const createLooseStages = `
  create temp table stage_price (id uuid, offering_key text, price_type_id text, price_type_key text,
    value_kopecks bigint, currency text, min_quantity numeric(18,6), unit text, unit_factor numeric(18,6)) on commit drop;
  create temp table stage_stock (id uuid, offering_key text, warehouse_id text, warehouse_key text,
    quantity numeric(18,6), complete boolean) on commit drop`
