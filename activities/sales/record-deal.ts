import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '#domain/clients/company.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { writePath } from '../shared/write-path.ts'
import type { DealRecord } from './deal-activities.ts'

/** The path of a move. The process has moved already, so nothing here may refuse. */
export async function recordDeal(em: EntityManager, world: ActivityWorld, record: DealRecord): Promise<void> {
  const deal = await em.findOneOrFail(Deal, record.dealId)
  await writePath(
    em,
    world,
    { subject: `deal/${deal.id}`, dealId: deal.id, companyId: deal.companyId, seq: record.seq },
    record.path,
  )
}

/** The projection, unless a later one stands there; of two at the same place the one that the process tells last. */
export async function projectRecord(
  em: EntityManager,
  world: ActivityWorld,
  record: DealRecord,
): Promise<void> {
  const deal = await em.findOneOrFail(Deal, record.dealId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  })
  // A late word of a life that is over says nothing of the deal that was opened again.
  if (deal.generation > record.generation || deal.seq > record.seq) return
  deal.seq = record.seq
  deal.processState = record.state
  deal.generation = record.generation
  deal.stage = record.stage
  deal.stageSince = new Date(record.stageSince)
  deal.status = record.status
  deal.nextDue = dateOf(record.nextDue)
  deal.overdue = record.overdue
  deal.missing = record.missing.map(({ fact, title, remedy }) => ({ fact, title: title.ru, remedy }))
  deal.waitsFor = record.waits.map(({ what, who, since, due }) => ({
    what,
    who,
    since: new Date(since).toISOString(),
    due: due === null ? null : new Date(due).toISOString(),
  }))
  if (record.status !== 'open') {
    const closesNow = !deal.closedAt
    deal.closedAt ??= world.clock.now()
    deal.lostReason = record.status === 'lost' ? record.reason : null
    if (record.status === 'won' && closesNow) await noteWin(em, deal.companyId, world.clock.now())
  } else deal.closedAt = null
}

/** S-004: who has bought is an active client. */
async function noteWin(em: EntityManager, companyId: string, now: Date): Promise<void> {
  const company = await em.findOneOrFail(Company, companyId)
  company.status = 'active'
  company.lastPurchaseAt = now
}

const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms))
