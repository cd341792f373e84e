import { externalKey, splitOfferId } from '#domain/catalog/external-id.ts'
import type {
  CatalogRecord,
  Described,
  GroupRecord,
  OfferingRecord,
  PriceRecord,
  PriceTypeRecord,
  ProductRecord,
  PropertyRecord,
  StockRecord,
  UnitRecord,
  WarehouseRecord,
} from '#integrations/commerceml/commerceml.port.ts'

/** Some thousands of rows of one file, each object once: of a repeated one what was said last (T5). */
export interface CatalogBatch {
  group: Map<string, GroupRecord>
  property: Map<string, PropertyRecord>
  unit: Map<string, UnitRecord>
  warehouse: Map<string, WarehouseRecord>
  priceType: Map<string, PriceTypeRecord>
  product: Map<string, ProductRecord>
  offering: Map<string, OfferingRecord>
  price: Map<string, PriceRecord>
  stock: Map<string, StockRecord>
  rows: number
  /** Rough size in signs. */
  size: number
}

export const emptyBatch = (): CatalogBatch => ({
  group: new Map(),
  property: new Map(),
  unit: new Map(),
  warehouse: new Map(),
  priceType: new Map(),
  product: new Map(),
  offering: new Map(),
  price: new Map(),
  stock: new Map(),
  rows: 0,
  size: 0,
})

/** Full, and at the end of an object: the stock rows of one offer must not be torn apart. */
export const isFull = (batch: CatalogBatch, next: CatalogRecord): boolean =>
  (batch.rows >= 5_000 || batch.size >= 8_000_000) &&
  next.is !== 'offering' &&
  next.is !== 'price' &&
  next.is !== 'stock'

export const addToBatch = (batch: CatalogBatch, record: Exclude<CatalogRecord, { is: 'warning' }>): void => {
  batch.rows++
  switch (record.is) {
    case 'group':
      put(batch.group, externalKey(record.id), record)
      break
    case 'property':
      batch.size += Object.keys(record.choices).length * 60
      put(batch.property, externalKey(record.id), record)
      break
    case 'unit':
      put(batch.unit, externalKey(record.id), record)
      break
    case 'warehouse':
      put(batch.warehouse, externalKey(record.id), record)
      break
    case 'priceType':
      put(batch.priceType, externalKey(record.id), record)
      break
    case 'product':
      batch.size += sizeOf(record)
      addProduct(batch.product, externalKey(record.id), record)
      break
    case 'offering':
      batch.size += sizeOf(record)
      put(batch.offering, splitOfferId(record.id).offeringKey, record)
      break
    case 'price':
      put(
        batch.price,
        `${offeringKey(record)}|${externalKey(record.priceTypeId)}|${record.minQuantity}`,
        record,
      )
      break
    case 'stock':
      addStock(batch.stock, offeringKey(record), record)
      break
  }
}

const offeringKey = (row: { offeringId: string }): string => splitOfferId(row.offeringId).offeringKey

/** A later row says only what has changed: fields that it does not mention stay. */
const put = <T extends object>(rows: Map<string, T>, key: string, row: T): void => {
  rows.set(key, { ...rows.get(key), ...row })
}

const addProduct = (rows: Map<string, ProductRecord>, key: string, row: ProductRecord): void => {
  const before = rows.get(key)
  if (before && row.stub) rows.set(key, before.stub ? { ...row, ...before } : before)
  else put(rows, key, row)
}

/** A total without a place and rows of places exclude each other; what came last holds. */
const addStock = (rows: Map<string, StockRecord>, key: string, row: StockRecord): void => {
  const anywhere = `${key}|`
  if (row.warehouseId === null) {
    for (const other of rows.keys()) if (other.startsWith(anywhere)) rows.delete(other)
    rows.set(anywhere, row)
  } else {
    rows.delete(anywhere)
    rows.set(`${anywhere}${externalKey(row.warehouseId)}`, row)
  }
}

const sizeOf = (row: Described): number => (row.description?.length ?? 0) + 500
