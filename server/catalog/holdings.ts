import type { EntityManager } from '@mikro-orm/postgresql'
import { type AtPlace, freeStock, type Holdings } from '#domain/catalog/free-stock.ts'
import type { ComingGoods } from '#domain/catalog/possible-date.ts'
import { type CivilDate, dateAt } from '#domain/shared/civil-date.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { type Quantity, subtractQuantity } from '#domain/shared/quantity.ts'

/** A supply still to come, and how much of it is already held for deals. */
export interface KnownSupply extends ComingGoods {
  id: string
  reserved: Quantity
}

export interface OfferingHoldings extends Holdings {
  stock: AtPlace[]
  reserved: AtPlace[]
  issued: AtPlace[]
  /** Soonest first. */
  supplies: KnownSupply[]
}

/** The day it is in the company's own zone. */
export async function todayOf(em: EntityManager, now: Date): Promise<CivilDate> {
  const [own] = await em.find(OwnCompany, {}, { limit: 1 })
  return dateAt(now.getTime(), own?.data.workingHours.zoneOffsetMinutes ?? 180)
}

/** What is known of the goods of these offerings; every id has an answer. Must run inside a transaction. */
export async function holdingsOf(
  em: EntityManager,
  offeringIds: readonly string[],
  today: CivilDate,
): Promise<Map<string, OfferingHoldings>> {
  const all = new Map(offeringIds.map(id => [id, noHoldings()]))
  if (all.size === 0) return all
  const rows = await withMachineSight(em, () =>
    em.execute<Row[]>(question, [JSON.stringify([...all.keys()]), today]),
  )
  for (const row of rows) {
    const one = all.get(row.offering_id)
    const at = { warehouseId: row.warehouse_id, quantity: row.quantity }
    if (row.kind === 'supply')
      one?.supplies.push({
        id: row.supply_id ?? '',
        date: row.date ?? '',
        quantity: row.quantity,
        reserved: row.held,
      })
    else one?.[row.kind].push(at)
  }
  return all
}

/** What can be promised now of each. */
export async function freeOf(
  em: EntityManager,
  offeringIds: readonly string[],
  today: CivilDate,
): Promise<Map<string, Quantity>> {
  const holdings = await holdingsOf(em, offeringIds, today)
  return new Map([...holdings].map(([id, held]) => [id, freeStock(held).free]))
}

/** What of each supply is not held yet. */
export const comingGoods = (supplies: readonly KnownSupply[]): ComingGoods[] =>
  supplies.map(({ date, quantity, reserved }) => ({ date, quantity: subtractQuantity(quantity, reserved) }))

interface Row {
  kind: 'stock' | 'reserved' | 'issued' | 'supply'
  offering_id: string
  warehouse_id: string | null
  supply_id: string | null
  date: string | null
  quantity: string
  held: string
}

const question = `
  with asked as (select jsonb_array_elements_text(?::jsonb)::uuid as id),
  held as (
    select r.offering_id, r.warehouse_id, r.quantity - r.issued_quantity as quantity,
      case when s.arrived then null else s.id end as supply_id
    from reservation r join asked a on a.id = r.offering_id left join supply s on s.id = r.from_supply_id
    where r.status = 'active' and r.until >= ?::date),
  rows as (
    select 'stock' as kind, s.offering_id, s.warehouse_id, null::uuid as supply_id, null::date as date, s.quantity, 0 as held
      from stock s join asked a on a.id = s.offering_id
    union all select 'reserved', offering_id, warehouse_id, null, null, sum(quantity), 0 from held
      where supply_id is null group by offering_id, warehouse_id
    union all select 'issued', i.offering_id, i.warehouse_id, null, null, sum(i.quantity), 0
      from issued_goods i join asked a on a.id = i.offering_id where i.confirmed_at is null
      group by i.offering_id, i.warehouse_id
    union all select 'supply', s.offering_id, null, s.id, s.date, s.quantity,
        coalesce((select sum(h.quantity) from held h where h.supply_id = s.id), 0)
      from supply s join asked a on a.id = s.offering_id where not s.arrived)
  select kind, offering_id, warehouse_id, supply_id, date::text, trim_scale(quantity)::text as quantity,
    trim_scale(held)::text as held
  from rows order by date, warehouse_id nulls last`

/**
 * Reservations of deals that the actor may not see take from the same goods: their sum is asked with the machine's
 * sight, and only the sum leaves this file.
 */
async function withMachineSight<T>(em: EntityManager, ask: () => Promise<T>): Promise<T> {
  if (!em.isInTransaction()) throw new Error('holdings are read inside a transaction')
  const [own] = await em.execute<{ role: string }[]>('select current_user as role')
  await em.execute('set local role voronka_system')
  const answer = await ask()
  await em.execute(`set local role "${own?.role}"`)
  return answer
}

const noHoldings = (): OfferingHoldings => ({ stock: [], reserved: [], issued: [], supplies: [] })
