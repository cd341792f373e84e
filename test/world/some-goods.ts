import type { EntityManager } from '@mikro-orm/postgresql'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Price } from '#domain/catalog/price.entity.ts'
import { PriceType } from '#domain/catalog/price-type.entity.ts'
import { Product } from '#domain/catalog/product.entity.ts'
import { Stock } from '#domain/catalog/stock.entity.ts'
import { Supply } from '#domain/catalog/supply.entity.ts'
import { Warehouse } from '#domain/catalog/warehouse.entity.ts'

/** sku, name, price in kopecks, pieces in stock, VAT as 1C's import stores it. */
const goods = [
  ['VEN-T-BR', 'Веник электрический с турбонаддувом, коричневый', 489_000n, '40', '22'],
  ['VEN-T-GR', 'Веник электрический с турбонаддувом, зелёный', 489_000n, '0', '22'],
  ['VEN-SORGO', 'Веник сорго «Люкс», 3-лучевой', 24_950n, '1200', '10'],
  ['SOV-01', 'Совок металлический с длинной ручкой', 38_000n, '300', 'none'],
] as const

/** The day the green one comes. */
export const greenComesOn = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10)

/** The electric broom of the story and some company for it. */
export async function someGoods(em: EntityManager, ids: () => string): Promise<void> {
  const source = 'test'
  const type = em.create(PriceType, {
    id: ids(),
    source,
    externalId: 'opt',
    externalKey: 'opt',
    name: 'Оптовая',
    currency: 'RUB',
  })
  const warehouse = em.create(Warehouse, {
    id: ids(),
    source,
    externalId: 'main',
    externalKey: 'main',
    name: 'Основной склад',
  })
  await em.flush()
  for (const [sku, name, valueKopecks, quantity, vatRate] of goods) {
    const key = { source, externalId: sku, externalKey: sku, sku, name }
    const product = em.create(Product, { id: ids(), ...key, unit: 'шт', vatRate })
    const offering = em.create(Offering, {
      id: ids(),
      productId: product.id,
      ...key,
      searchText: name.toLowerCase(),
    })
    em.create(Price, {
      id: ids(),
      offeringId: offering.id,
      priceTypeId: type.id,
      valueKopecks,
      currency: 'RUB',
    })
    em.create(Stock, { id: ids(), offeringId: offering.id, warehouseId: warehouse.id, quantity })
    if (quantity === '0')
      em.create(Supply, { id: ids(), offeringId: offering.id, date: greenComesOn, quantity: '50' })
  }
  await em.flush()
}
