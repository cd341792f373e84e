import type { EntityManager } from '@mikro-orm/postgresql'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { setDealLines } from '../sales/set-deal-lines.ts'
import type { IntakeForm } from './leads.contract.ts'

/** What the sender asked for by an article we know becomes lines of the deal; the rest stays in the words. */
export async function wishLines(
  em: EntityManager,
  deal: Deal,
  products: NonNullable<IntakeForm['products']>,
  ids: () => string,
): Promise<void> {
  const skus = products.flatMap(({ sku }) => (sku ? [sku] : []))
  if (!skus.length) return
  const rows = await em.execute<{ id: string; sku: string }[]>(
    `select distinct on (sku) id, sku from offering where sku in (${skus.map(() => '?').join(',')}) and not deleted order by sku, id`,
    skus,
  )
  const known = new Map(rows.map(row => [row.sku, row.id]))
  const lines = products.flatMap(({ sku, quantity }) => {
    const offeringId = sku ? known.get(sku) : undefined
    return offeringId ? [{ offeringId, quantity: quantity ?? '1' }] : []
  })
  if (lines.length) await setDealLines(em, deal, lines, ids)
}
