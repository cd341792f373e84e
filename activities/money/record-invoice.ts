import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { invoiceWorkflowId } from '#workflows/money/invoice.messages.ts'
import { tellDeal } from '../documents/tell-deal.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { writePath } from '../shared/write-path.ts'
import type { InvoiceRecord } from './invoice-activities.ts'

/**
 * The projection, the path and the word to the deal; may not refuse. The paid sum is not written here: it is the sum
 * of the matches and changes in their own transaction, and a newer match may already stand in the base. Void is
 * decided in the base too: a move that the process made before it heard of that opens the invoice to no money.
 */
export async function recordInvoice(
  em: EntityManager,
  world: ActivityWorld,
  record: InvoiceRecord,
): Promise<void> {
  const invoice = await em.findOneOrFail(Invoice, record.invoiceId, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const { id, dealId, companyId } = invoice
  const seatId = invoice.seatId ?? null
  await writePath(
    em,
    world,
    { subject: invoiceWorkflowId(id), dealId, companyId, seq: record.seq, seatId },
    record.path,
  )
  await projectInvoice(em, record)
  await em.flush()
  if (!record.notice) return
  await tellDeal(em, dealId, {
    event: record.notice.event,
    data: { ...record.notice.data, number: invoice.number ?? null },
    facts: await readDealFacts(em, dealId),
    actor: record.path.at(-1)?.actor ?? { type: 'system', id: null, name: null },
  })
}

/** The projection, unless a later one stands there; of two at the same place the one that the process tells last. */
export async function projectInvoice(em: EntityManager, record: InvoiceRecord): Promise<void> {
  const invoice = await em.findOneOrFail(Invoice, record.invoiceId, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (invoice.seq > record.seq) return
  invoice.seq = record.seq
  if (invoice.status !== 'void') invoice.status = record.status
  invoice.fileId = record.fileId ?? invoice.fileId
}
