import type { EntityManager } from '@mikro-orm/postgresql'
import type { Offering } from '#domain/catalog/offering.entity.ts'
import { Product } from '#domain/catalog/product.entity.ts'
import type { CivilDate } from '#domain/shared/civil-date.ts'
import { kopecksToNumber } from '#domain/shared/kopecks.ts'
import type { PriceView } from './catalog.contract.ts'
import { holdingsOf, type OfferingHoldings } from './holdings.ts'

export type PriceLine = PriceView & { offeringId: string }

/** Everything that a page of offerings shows, read in a handful of questions. */
export interface OfferingFacts {
  products: Map<string, Product>
  prices: Map<string, PriceLine[]>
  holdings: Map<string, OfferingHoldings>
  warehouses: Map<string, string>
}

export async function offeringFacts(
  em: EntityManager,
  offerings: readonly Offering[],
  { today, withPrices }: { today: CivilDate; withPrices: boolean },
): Promise<OfferingFacts> {
  const ids = offerings.map(one => one.id)
  const products = await em.find(Product, { id: [...new Set(offerings.map(one => one.productId))] })
  const holdings = await holdingsOf(em, ids, today)
  const warehouses = await em.execute<{ id: string; name: string }[]>('select id, name from warehouse')
  return {
    products: new Map(products.map(product => [product.id, product])),
    prices: withPrices ? await pricesOf(em, ids) : new Map(),
    holdings,
    warehouses: new Map(warehouses.map(({ id, name }) => [id, name])),
  }
}

interface PriceRow {
  offering_id: string
  type_id: string
  type_name: string
  value: string
  currency: string
  min_quantity: string
  unit: string | null
  unit_factor: string
}

async function pricesOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, PriceLine[]>> {
  const rows = await em.execute<PriceRow[]>(
    `select p.offering_id, t.id as type_id, t.name as type_name, p.value_kopecks::text as value, p.currency, p.unit,
       trim_scale(p.min_quantity)::text as min_quantity, trim_scale(p.unit_factor)::text as unit_factor
     from price p join price_type t on t.id = p.price_type_id
     where p.offering_id in (select jsonb_array_elements_text(?::jsonb)::uuid) and not t.deleted
     order by t.name, t.id, p.min_quantity`,
    [JSON.stringify(ids)],
  )
  return Map.groupBy(
    rows.map(row => ({
      offeringId: row.offering_id,
      typeId: row.type_id,
      typeName: row.type_name,
      valueKopecks: kopecksToNumber(BigInt(row.value)),
      currency: row.currency,
      minQuantity: row.min_quantity,
      unit: row.unit,
      unitFactor: row.unit_factor,
    })),
    row => row.offeringId,
  )
}
