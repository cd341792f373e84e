import { Offering } from '#domain/catalog/offering.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { setDealLines } from '#server/sales/set-deal-lines.ts'
import { startDeal } from '#server/sales/start-deal.ts'
import { forkSystem } from '#server/shared/sight.ts'
import type { World } from '../world/a-world.ts'

interface Wanted {
  /** Login of the manager whose client it is. */
  of?: string
  inn?: string
  lines?: { sku: string; quantity: string; discountPercent?: string }[]
}

/** A running deal with a client of its own and lines of the catalogue; answers their ids. */
export async function aDeal(
  world: World,
  { of = 'manager', inn = '7702070139', lines = [{ sku: 'SOV-01', quantity: '10' }] }: Wanted = {},
): Promise<{ dealId: string; companyId: string }> {
  const { orm, ids, clock } = world.server.world
  const owner = await world.as(of)
  return forkSystem(orm).transactional(async em => {
    const now = clock.now()
    const company = em.create(Company, {
      ...{ id: ids(), createdAt: now, name: 'ООО «Чистый дом»', status: 'potential', ownerId: owner.id, inn },
      ...{ addresses: [], phones: [], emails: [], needs: [], contactKeys: [] },
    })
    await em.flush()
    const deal = await startDeal(em, {
      ...{ id: ids(), title: 'Совки', companyId: company.id, contactId: null },
      ...{ ownerId: owner.id, inquiryId: null, now },
    })
    const goods = await em.find(Offering, { sku: lines.map(({ sku }) => sku) })
    const wanted = lines.map(({ sku, ...line }) => ({
      ...line,
      offeringId: goods.find(offering => offering.sku === sku)?.id ?? null,
    }))
    await setDealLines(em, deal, wanted, { ids, now })
    return { dealId: deal.id, companyId: company.id }
  })
}
