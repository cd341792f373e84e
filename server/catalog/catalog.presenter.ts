import { freeStock, type Holdings } from '#domain/catalog/free-stock.ts'
import type { Offering } from '#domain/catalog/offering.entity.ts'
import type { Product } from '#domain/catalog/product.entity.ts'
import { sumQuantities } from '#domain/shared/quantity.ts'
import type { Actor } from '../shared/actor.ts'
import type { OfferingAnswer, PriceView, ProductAnswer } from './catalog.contract.ts'
import { mayEnterSupplies, mayReserve } from './catalog.policy.ts'
import type { KnownSupply } from './holdings.ts'
import type { OfferingFacts, PriceLine } from './offering-facts.ts'

/** The only road out for an offering: prices are empty for those who may not see them. */
export function presentOffering(offering: Offering, facts: OfferingFacts, actor: Actor): OfferingAnswer {
  const product = facts.products.get(offering.productId)
  const held = facts.holdings.get(offering.id)
  return {
    id: offering.id,
    externalId: offering.externalId,
    productId: offering.productId,
    productName: product?.name ?? '',
    sku: offering.sku ?? product?.sku ?? null,
    name: offering.name || product?.name || offering.externalId,
    unit: product?.unit ?? 'шт',
    groupIds: product?.groupIds ?? [],
    properties: offering.properties,
    prices: (facts.prices.get(offering.id) ?? []).map(priceView),
    ...goods(held ?? none, held?.supplies ?? [], facts),
    vatRate: product?.vatRate ?? null,
    deleted: offering.deleted || (product?.deleted ?? false),
    stub: offering.stub,
    version: offering.version,
    can: { reserve: mayReserve(actor) && !offering.deleted, enterSupply: mayEnterSupplies(actor) },
  }
}

/** A product shows what its offerings have together; of each kind of price the lowest. */
export function presentProduct(
  product: Product,
  offerings: readonly Offering[],
  facts: OfferingFacts,
  { whole }: { whole: boolean },
): ProductAnswer {
  const live = offerings.filter(one => !one.deleted)
  const held = live.flatMap(one => facts.holdings.get(one.id) ?? [])
  const together: Holdings = {
    stock: held.flatMap(one => one.stock),
    reserved: held.flatMap(one => one.reserved),
    issued: held.flatMap(one => one.issued),
  }
  const prices = lowest(live.flatMap(one => facts.prices.get(one.id) ?? []))
  const supplies = held.flatMap(one => one.supplies).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    id: product.id,
    externalId: product.externalId,
    sku: product.sku ?? null,
    name: product.name || product.externalId,
    fullName: product.fullName ?? null,
    unit: product.unit ?? 'шт',
    groupIds: product.groupIds,
    properties: product.properties,
    description: whole ? (product.description ?? null) : null,
    pictures: product.pictures,
    prices,
    ...goods(together, supplies, facts),
    // Each offering is promised by itself: a surplus of one does not cover another.
    free: sumQuantities(held.map(one => freeStock(one).free)),
    offeringIds: offerings.map(one => one.id),
    vatRate: product.vatRate ?? null,
    deleted: product.deleted,
    stub: product.stub,
    version: product.version,
    can: {},
  }
}

const none: Holdings = { stock: [], reserved: [], issued: [] }

function goods(
  held: Holdings,
  supplies: readonly KnownSupply[],
  { warehouses }: OfferingFacts,
): Pick<OfferingAnswer, 'stock' | 'supplies' | 'free'> {
  const { free, places } = freeStock(held)
  return {
    free,
    stock: places.map(({ warehouseId, quantity, reserved, issued }) => ({
      warehouseId,
      warehouseName: (warehouseId && warehouses.get(warehouseId)) || null,
      quantity,
      reserved,
      issued,
    })),
    supplies: supplies.map(({ id, date, quantity, reserved }) => ({ id, date, quantity, reserved })),
  }
}

const priceView = ({ offeringId: _of, ...view }: PriceLine): PriceView => view

function lowest(prices: readonly PriceLine[]): PriceView[] {
  const best = new Map<string, PriceLine>()
  for (const price of prices) {
    const key = `${price.typeId} ${price.minQuantity} ${price.currency} ${price.unit}`
    const before = best.get(key)
    if (!before || price.valueKopecks < before.valueKopecks) best.set(key, price)
  }
  return [...best.values()].map(priceView)
}
