import type { EntityManager } from '@mikro-orm/postgresql'

export interface IssuedLines {
  dealId: string | null
  requestId: string
  shipmentId: string
  /** Decimal strings; lines without an offering take nothing from the stock. */
  lines: readonly { offeringId: string | null; quantity: string; warehouseId?: string | null }[]
  at: Date
  ids(): string
}

/**
 * Goods leave the warehouse: they count as issued until 1C confirms, and what the deal had reserved of them is used
 * up, the reservation that ends first before the others. In the caller's transaction; a shipment counts once however
 * often it is told of. Needs the machine's sight.
 */
export async function issueGoods(em: EntityManager, issued: IssuedLines): Promise<void> {
  for (const [at, line] of issued.lines.entries()) {
    if (line.offeringId === null) continue
    const added = await em.execute<{ id: string }[]>(
      `insert into issued_goods (id, deal_id, request_id, shipment_id, effect_key, offering_id, warehouse_id, quantity, issued_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (effect_key) do nothing returning id`,
      [
        ...[issued.ids(), issued.dealId, issued.requestId, issued.shipmentId, `${issued.shipmentId}/${at}`],
        ...[line.offeringId, line.warehouseId ?? null, line.quantity, issued.at],
      ],
    )
    if (added.length > 0 && issued.dealId !== null)
      await em.execute(useUp, [issued.dealId, line.offeringId, line.quantity, line.quantity, issued.at])
  }
}

const useUp = `
  with held as (
    select id, quantity - issued_quantity as rest,
      sum(quantity - issued_quantity) over (order by until, created_at, id) - (quantity - issued_quantity) as before
    from reservation where deal_id = ? and offering_id = ? and status = 'active'),
  used as (select id, least(rest, ?::numeric - before) as taken from held where before < ?::numeric)
  update reservation r set issued_quantity = r.issued_quantity + u.taken, version = r.version + 1,
    status = case when r.issued_quantity + u.taken >= r.quantity then 'fulfilled' else r.status end,
    closed_at = case when r.issued_quantity + u.taken >= r.quantity then ?::timestamptz else r.closed_at end
  from used u where r.id = u.id`

/** What a deal that is over, or shipped, still holds goes back. In the caller's transaction; safe to repeat. */
export async function releaseReservations(em: EntityManager, dealId: string, at: Date): Promise<void> {
  await em.execute(
    `update reservation set status = 'released', closed_at = ?, version = version + 1 where deal_id = ? and status = 'active'`,
    [at, dealId],
  )
}
