import type { EntityManager } from '@mikro-orm/postgresql'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { setDealLines } from '../sales/set-deal-lines.ts'
import type { IntakeForm } from './leads.contract.ts'

/** What a sender asked for; `offeringId` where the article is one of ours, and then its name. */
export interface Wish {
  offeringId: string | null
  name: string
  quantity: string | null
}

/** The sender's goods, recognised by article. */
export async function readWishes(em: EntityManager, { products = [] }: IntakeForm): Promise<Wish[]> {
  const skus = products.flatMap(({ sku }) => (sku ? [sku] : []))
  const rows = skus.length
    ? await em.execute<{ id: string; sku: string; name: string }[]>(
        `select distinct on (sku) id, sku, name from offering
         where sku in (${skus.map(() => '?').join(',')}) and not deleted order by sku, id`,
        skus,
      )
    : []
  const known = new Map(rows.map(row => [row.sku, row]))
  return products.map(({ sku, name, quantity }) => {
    const goods = sku ? known.get(sku) : undefined
    return {
      offeringId: goods?.id ?? null,
      name: name || goods?.name || sku || '',
      quantity: quantity ?? null,
    }
  })
}

/** What of it we know becomes lines of the deal; the rest stays in the words. */
export async function wishLines(
  em: EntityManager,
  deal: Deal,
  wishes: readonly Wish[],
  by: { ids(): string; now: Date },
): Promise<void> {
  const lines = wishes.flatMap(({ offeringId, quantity }) =>
    offeringId ? [{ offeringId, quantity: quantity ?? '1' }] : [],
  )
  if (lines.length) await setDealLines(em, deal, lines, by)
}

/** «Веник сорго, 20 шт.», for a title. */
export const wishInWords = ({ name, quantity }: Wish): string =>
  [name, quantity ? `${quantity} шт.` : ''].filter(Boolean).join(', ')
