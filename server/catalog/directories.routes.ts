import { Price } from '#domain/catalog/price.entity.ts'
import { PriceType } from '#domain/catalog/price-type.entity.ts'
import { ProductGroup } from '#domain/catalog/product-group.entity.ts'
import { Stock } from '#domain/catalog/stock.entity.ts'
import { Warehouse } from '#domain/catalog/warehouse.entity.ts'
import { kopecksToNumber } from '#domain/shared/kopecks.ts'
import { addQuantity } from '#domain/shared/quantity.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { PricePage, PriceTypePage, ProductGroupPage, StockPage, WarehousePage } from './catalog.contract.ts'

const priceTypes: ListOf<PriceType> = {
  entity: PriceType,
  sort: { name: 'name' },
  filter: {},
  where: { deleted: false },
}
const warehouses: ListOf<Warehouse> = {
  entity: Warehouse,
  sort: { name: 'name' },
  filter: {},
  where: { deleted: false },
}
const groups: ListOf<ProductGroup> = {
  entity: ProductGroup,
  sort: { name: 'name' },
  filter: { parentId: sameId('parentId') },
  where: { deleted: false },
}
const prices: ListOf<Price> = {
  entity: Price,
  sort: { updatedAt: 'updatedAt' },
  defaultOrder: 'desc',
  filter: { offeringId: sameId('offeringId'), typeId: sameId('priceTypeId') },
}
const stocks: ListOf<Stock> = {
  entity: Stock,
  sort: { updatedAt: 'updatedAt' },
  defaultOrder: 'desc',
  filter: { offeringId: sameId('offeringId'), warehouseId: sameId('warehouseId') },
}

/** 12.500000 → 12.5 */
const trimmed = (quantity: string): string => addQuantity(quantity, '0')

export const directoryOperations = [
  operation({
    name: 'listPriceTypes',
    method: 'get',
    path: '/api/price-types',
    summary: 'Kinds of prices',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: PriceTypePage,
    handle: ({ em, query }) =>
      listPage(em, priceTypes, query, rows =>
        rows.map(({ id, name, currency, vatIncluded, version }) => ({
          id,
          name,
          currency: currency ?? null,
          vatIncluded: vatIncluded ?? null,
          version,
        })),
      ),
  }),
  operation({
    name: 'listWarehouses',
    method: 'get',
    path: '/api/warehouses',
    summary: 'Warehouses',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: WarehousePage,
    handle: ({ em, query }) =>
      listPage(em, warehouses, query, rows =>
        rows.map(({ id, name, address, version }) => ({ id, name, address: address ?? null, version })),
      ),
  }),
  operation({
    name: 'listProductGroups',
    method: 'get',
    path: '/api/product-groups',
    summary: 'Groups of goods',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ProductGroupPage,
    handle: ({ em, query }) =>
      listPage(em, groups, query, rows =>
        rows.map(({ id, parentId, name, version }) => ({ id, parentId: parentId ?? null, name, version })),
      ),
  }),
  operation({
    name: 'listPrices',
    method: 'get',
    path: '/api/prices',
    summary: 'Prices of offerings',
    via: 'read',
    may: ['manager', 'head', 'lawyer', 'accountant', 'marketer', 'director', 'admin'],
    query: ListQuery,
    answer: PricePage,
    handle: ({ em, query }) =>
      listPage(em, prices, query, rows =>
        rows.map(row => ({
          id: row.id,
          offeringId: row.offeringId,
          typeId: row.priceTypeId,
          valueKopecks: kopecksToNumber(row.valueKopecks),
          currency: row.currency,
          minQuantity: trimmed(row.minQuantity),
          unit: row.unit ?? null,
          unitFactor: trimmed(row.unitFactor),
          version: row.version,
        })),
      ),
  }),
  operation({
    name: 'listStocks',
    method: 'get',
    path: '/api/stocks',
    summary: 'What 1C says lies where',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: StockPage,
    handle: ({ em, query }) =>
      listPage(em, stocks, query, rows =>
        rows.map(row => ({
          id: row.id,
          offeringId: row.offeringId,
          warehouseId: row.warehouseId ?? null,
          quantity: trimmed(row.quantity),
          updatedAt: row.updatedAt.toISOString(),
          version: row.version,
        })),
      ),
  }),
]
