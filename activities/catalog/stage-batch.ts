import type { Client } from 'pg'
import { externalKey, splitOfferId } from '#domain/catalog/external-id.ts'
import type { Described } from '#integrations/commerceml/commerceml.port.ts'
import type { CatalogBatch } from './catalog-batch.ts'
import { type Cell, copyRows } from './copy-rows.ts'
import { type StagedTable, stagedNames, stageOf } from './merge-table.ts'
import { groups, offerings, priceTypes, products, properties, units, warehouses } from './staged-tables.ts'

interface Named {
  id: string
  line: number
}

/** The batch → staging tables. A row is keyed by the form of its id in which 1C's ids are compared. */
export const stageBatch = async (client: Client, batch: CatalogBatch, ids: () => string): Promise<void> => {
  const stage = <T extends Named>(
    table: StagedTable,
    rows: Map<string, T>,
    cells: (row: T) => Record<string, Cell>,
    stub: (row: T) => boolean = () => false,
  ) => {
    const names = stagedNames(table)
    const whole = function* () {
      for (const [key, row] of rows) {
        const own = cells(row)
        const fixed: Cell[] = [ids(), row.id, key, stub(row), row.line]
        yield [...fixed, ...names.slice(fixed.length).map(name => own[name])]
      }
    }
    return rows.size === 0 ? undefined : copyRows(client, stageOf(table.table), names, whole())
  }
  await stage(groups, batch.group, ({ name, deleted, parentId }) => ({
    name,
    deleted,
    parent_key: parentId === null ? null : externalKey(parentId),
  }))
  await stage(properties, batch.property, ({ name, kind, choices, deleted }) => ({
    name,
    deleted,
    value_kind: kind,
    choices: Object.fromEntries(Object.entries(choices).map(([id, words]) => [externalKey(id), words])),
  }))
  await stage(units, batch.unit, ({ name, code, fullName, internationalName, deleted }) => ({
    name,
    code,
    deleted,
    full_name: fullName,
    international_name: internationalName,
  }))
  await stage(warehouses, batch.warehouse, ({ name, address, deleted }) => ({ name, address, deleted }))
  await stage(priceTypes, batch.priceType, ({ name, currency, vatIncluded, deleted }) => ({
    name,
    currency,
    deleted,
    vat_included: vatIncluded,
  }))
  await stage(products, batch.product, described, row => row.stub)
  await stage(
    offerings,
    batch.offering,
    row => ({
      ...described(row),
      stated_total: row.statedTotal,
      product_key: splitOfferId(row.id).productKey,
    }),
    row => row.name === undefined,
  )
  await stageLoose(client, batch, ids)
}

/** Fields of goods and offers by column; what the file did not mention is undefined and stays as it was. */
const described = (row: Described): Record<string, Cell> => ({
  name: row.name,
  full_name: row.fullName,
  sku: row.sku,
  barcode: row.barcode,
  description: row.description,
  // A code alone says nothing of the word: the table of units may know it.
  unit: row.unit === '' && row.unitCode ? undefined : row.unit,
  unit_code: row.unitCode,
  vat_rate: row.vatRate,
  external_version: row.externalVersion,
  group_keys: row.groupIds?.map(externalKey),
  property_values:
    row.propertyValues &&
    Object.fromEntries(
      Object.entries(row.propertyValues).map(([id, values]) => [externalKey(id), values.map(externalKey)]),
    ),
  characteristics: row.characteristics,
  requisites: row.requisites,
  pictures: row.pictures,
  extra: row.extra,
  deleted: row.deleted,
})

const stageLoose = async (client: Client, batch: CatalogBatch, ids: () => string): Promise<void> => {
  const prices = [...batch.price.values()].map(row => [
    ids(),
    splitOfferId(row.offeringId).offeringKey,
    row.priceTypeId,
    externalKey(row.priceTypeId),
    row.valueKopecks,
    row.currency,
    row.minQuantity,
    row.unit,
    row.unitFactor,
  ])
  const stocks = [...batch.stock.values()].map(row => [
    ids(),
    splitOfferId(row.offeringId).offeringKey,
    row.warehouseId,
    row.warehouseId === null ? null : externalKey(row.warehouseId),
    row.quantity,
    row.complete,
  ])
  const priceColumns = ['id', 'offering_key', 'price_type_id', 'price_type_key', 'value_kopecks', 'currency']
  if (prices.length > 0)
    await copyRows(client, 'stage_price', [...priceColumns, 'min_quantity', 'unit', 'unit_factor'], prices)
  if (stocks.length > 0)
    await copyRows(
      client,
      'stage_stock',
      ['id', 'offering_key', 'warehouse_id', 'warehouse_key', 'quantity', 'complete'],
      stocks,
    )
}
