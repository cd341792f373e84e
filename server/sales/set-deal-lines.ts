import type { EntityManager } from '@mikro-orm/postgresql'
import { freeStock } from '#domain/catalog/free-stock.ts'
import { possibleDate } from '#domain/catalog/possible-date.ts'
import { lineTotals } from '#domain/documents/line-totals.ts'
import { type VatRateKey, vatRateFromGoods } from '#domain/documents/vat.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { DealLine } from '#domain/sales/deal-line.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { canonicalPercent, hundredths } from '#domain/shared/percent.ts'
import { comingGoods, holdingsOf, todayOf } from '../catalog/holdings.ts'
import { ownCompany } from '../shared/own-company.ts'

/** A wanted line; what is not told comes from the catalogue. */
export interface WantedLine {
  offeringId?: string | null | undefined
  name?: string | undefined
  unit?: string | undefined
  quantity: string
  priceKopecks?: number | undefined
  discountPercent?: string | undefined
}
interface GoodsRow {
  id: string
  name: string
  sku: string | null
  unit: string | null
  vat_rate: string | null
  price: string | null
}

/** Sets the deal's lines and its sum, in the caller's transaction. @throws UnknownOffering, LineNeedsName */
export async function setDealLines(
  em: EntityManager,
  deal: Deal,
  wanted: WantedLine[],
  { ids, now }: { ids(): string; now: Date },
): Promise<DealLine[]> {
  const company = await ownCompany(em)
  const goods = await goodsOf(
    em,
    wanted.flatMap(({ offeringId }) => offeringId ?? []),
  )
  const dates = await deliveryDates(em, wanted, now)
  await em.nativeDelete(DealLine, { dealId: deal.id })
  const lines = wanted.map((line, position) => {
    const known = line.offeringId ? goods.get(line.offeringId) : undefined
    if (line.offeringId && !known) throw fact('UnknownOffering', { line: position + 1 })
    const name = line.name ?? known?.name
    if (!name) throw fact('LineNeedsName', { line: position + 1 })
    const vatRate =
      (known?.vat_rate && vatRateFromGoods(known.vat_rate)) || (company.data.defaultVatRate as VatRateKey)
    return em.create(DealLine, {
      id: ids(),
      dealId: deal.id,
      position,
      offeringId: line.offeringId ?? null,
      name: name.slice(0, 255),
      sku: known?.sku ?? null,
      unit: line.unit ?? known?.unit ?? 'шт',
      quantity: line.quantity,
      priceKopecks: line.priceKopecks === undefined ? BigInt(known?.price ?? 0) : BigInt(line.priceKopecks),
      discountPercent: canonicalPercent(hundredths(line.discountPercent ?? '0')),
      vatRate,
      deliveryOn: dates[position] ?? null,
    })
  })
  const mode = company.data.vatIncluded ? 'inside' : 'on_top'
  deal.amountKopecks = lines.reduce(
    (sum, line) => sum + lineTotals({ ...line, vatRate: line.vatRate as VatRateKey }, mode).grossKopecks,
    0n,
  )
  await em.flush()
  return lines
}

/** For each line the day on which a known supply completes it; null where all lies there today, or nobody knows. */
async function deliveryDates(em: EntityManager, wanted: WantedLine[], now: Date): Promise<(string | null)[]> {
  const today = await todayOf(em, now)
  const held = await holdingsOf(
    em,
    wanted.flatMap(({ offeringId }) => offeringId ?? []),
    today,
  )
  return wanted.map(({ offeringId, quantity }) => {
    const holdings = offeringId ? held.get(offeringId) : undefined
    if (!holdings) return null
    const { inStock, possibleOn } = possibleDate({
      quantity,
      free: freeStock(holdings).free,
      supplies: comingGoods(holdings.supplies),
      today,
    })
    return inStock ? null : possibleOn
  })
}

/** Name, unit, rate and the list price for one unit of each offering. */
async function goodsOf(em: EntityManager, offeringIds: string[]): Promise<Map<string, GoodsRow>> {
  if (!offeringIds.length) return new Map()
  const rows = await em.execute<GoodsRow[]>(
    `select o.id, o.name, coalesce(o.sku, p.sku) as sku, p.unit, p.vat_rate,
       (select round(r.value_kopecks / nullif(r.unit_factor, 0))::bigint from price r join price_type t on t.id = r.price_type_id
         where r.offering_id = o.id and r.min_quantity <= 1 and not t.deleted order by t.external_key, r.min_quantity desc limit 1) as price
     from offering o join product p on p.id = o.product_id
     where o.id in (${offeringIds.map(() => '?').join(',')}) and not o.deleted`,
    offeringIds,
  )
  return new Map(rows.map(row => [row.id, row]))
}
