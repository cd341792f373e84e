import { roleSeats } from '#domain/access/seats.ts'
import { Approval } from '#domain/approvals/approval.entity.ts'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Reservation } from '#domain/catalog/reservation.entity.ts'
import { UnmetDemand } from '#domain/catalog/unmet-demand.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { Contract } from '#domain/documents/contract.entity.ts'
import type { PaperLine } from '#domain/documents/document-parts.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { StoredFile } from '#domain/documents/stored-file.entity.ts'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { Notification } from '#domain/engagement/notification.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Payment } from '#domain/money/payment.entity.ts'
import { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { Shipment } from '#domain/requests/shipment.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import { forkSystem } from '#server/shared/sight.ts'
import type { World } from '../world/a-world.ts'

export const kinds = [
  ...['companies', 'contacts', 'deals', 'inquiries', 'tasks', 'interactions', 'notifications', 'letters'],
  ...['offers', 'invoices', 'contracts', 'approvals', 'requests', 'shipments', 'payments'],
  ...['reservations', 'unmetDemand', 'files', 'events'],
] as const
export type Kind = (typeof kinds)[number]
export type Records = Record<Kind, string>

const aLine = (name: string): PaperLine => ({
  ...{ offeringId: null, name, sku: null, unit: 'шт', quantity: '1', priceKopecks: '122' },
  ...{ discountPercent: '0', vatRate: 'VAT22', netKopecks: '100', vatKopecks: '22', grossKopecks: '122' },
  deliveryOn: null,
})

/** Ids that nothing has. */
export const absentRecords = (): Records =>
  Object.fromEntries(kinds.map(kind => [kind, crypto.randomUUID()])) as Records

/** One record of every kind around one client of this person; `word` stands in all their words. */
export async function recordsOf(world: World, login: string, word: string): Promise<Records> {
  const { orm, ids, clock } = world.server.world
  const { id: ownerId } = await world.as(login)
  const id = Object.fromEntries(kinds.map(kind => [kind, ids()])) as Records
  const now = clock.now()
  const later = new Date(now.getTime() + 86_400_000)
  const day = later.toISOString().slice(0, 10)
  const companyId = id.companies
  const dealId = id.deals
  const buyer = {
    companyId,
    name: word,
    fullName: null,
    inn: null,
    kpp: null,
    address: null,
    contactName: null,
  }
  const sums = { netKopecks: 100n, vatKopecks: 22n, grossKopecks: 122n }
  await forkSystem(orm).transactional(async em => {
    const { currentVersionId } = await em.findOneOrFail(Funnel, { isDefault: true })
    const offering = await em.findOneOrFail(Offering, { sku: 'VEN-SORGO' })
    em.create(Company, {
      ...{ id: companyId, createdAt: now, name: `ООО «${word}»`, status: 'active', ownerId },
      ...{ addresses: [word], phones: [], emails: [], needs: [], contactKeys: [] },
    })
    await em.flush()
    em.create(Contact, {
      ...{ id: id.contacts, createdAt: now, companyId, name: word, phones: [], emails: [], contactKeys: [] },
    })
    em.create(Deal, {
      ...{ id: dealId, createdAt: now, title: word, companyId, ownerId, status: 'open' },
      ...{ funnelVersionId: currentVersionId ?? '', stage: 'new', stageSince: now },
      ...{ missing: [], waitsFor: [], amountKopecks: 4_242_424_242n },
    })
    await em.flush()
    em.create(Inquiry, {
      ...{ id: id.inquiries, channel: 'site', source: 'site', text: word, raw: { name: word } },
      ...{ receivedAt: now, companyId, ownerId, status: 'taken' },
    })
    em.create(Task, {
      ...{ id: id.tasks, createdAt: now, title: word, kind: 'call', companyId, dealId },
      ...{ assigneeId: ownerId, dueAt: later, status: 'open' },
    })
    em.create(Interaction, {
      ...{ id: id.interactions, companyId, dealId, kind: 'call', direction: 'out', at: now, text: word },
    })
    em.create(Notification, {
      ...{ id: id.notifications, userId: ownerId, createdAt: now, title: word },
      ...{ subjectType: 'deal', subjectId: dealId, companyId },
    })
    em.create(Letter, {
      ...{ id: id.letters, createdAt: now, companyId, dealId, to: 'a@b.example', subject: word, text: word },
      ...{ fileIds: [], status: 'kept', key: id.letters },
    })
    const paper = { createdAt: now, companyId, authorId: ownerId, buyer, lines: [aLine(word)] }
    em.create(Offer, {
      ...{ ...paper, ...sums, id: id.offers, dealId, number: `КП-${word}`, status: 'draft' },
      ...{ validUntil: day, maxDiscountPercent: '0' },
    })
    em.create(Invoice, {
      ...{ ...paper, ...sums, id: id.invoices, dealId, number: word, issuedAt: now, issuedOn: day },
      ...{ dueDate: day, status: 'issued', seatId: roleSeats.accountant },
    })
    em.create(Contract, {
      ...{ ...paper, id: id.contracts, dealId, number: `Д-${word}`, status: 'draft', subject: word },
      ...{ grossKopecks: 122n, vatKopecks: 22n },
    })
    em.create(Approval, {
      ...{ id: id.approvals, createdAt: now, subjectType: 'offer', subjectId: id.offers, subjectVersion: 1 },
      ...{ title: word, reason: word, companyId, dealId, authorId: ownerId, amountKopecks: 122n },
      ...{ routeId: 'offer', plan: [], status: 'waiting', steps: [], currentSteps: [], waitingSeats: [] },
    })
    em.create(DepartmentRequest, {
      ...{
        id: id.requests,
        createdAt: now,
        kind: 'warehouse',
        from: 'sales',
        to: 'warehouse',
        subject: word,
      },
      ...{ companyId, companyName: word, dealId, status: 'new', lines: [], seatId: roleSeats.warehouse },
    })
    await em.flush()
    em.create(Shipment, {
      ...{ id: id.shipments, requestId: id.requests, companyId, dealId, number: word, shippedAt: now },
      ...{ lines: [], seatId: roleSeats.warehouse },
    })
    em.create(Payment, {
      ...{
        id: id.payments,
        createdAt: now,
        paidOn: day,
        amountKopecks: 122n,
        payerName: word,
        purpose: word,
      },
      ...{ source: 'manual', companyId, status: 'unmatched', seatId: roleSeats.accountant },
    })
    em.create(Reservation, {
      ...{ id: id.reservations, dealId, companyId, offeringId: offering.id, quantity: '1', until: day },
      ...{ createdAt: now },
    })
    em.create(UnmetDemand, { id: id.unmetDemand, companyId, dealId, text: word, createdAt: now })
    em.create(StoredFile, {
      ...{ id: id.files, createdAt: now, companyId, name: `${word}.pdf`, contentType: 'application/pdf' },
      ...{ sizeBytes: 4, sha256: word, subjectType: 'offer', subjectId: id.offers },
      content: Buffer.from('%PDF'),
    })
    em.create(
      ProcessEvent,
      processEventRow({
        ...{ id: id.events, subject: `deal/${dealId}`, dealId, companyId, at: now, kind: 'noted' },
        title: word,
        actor: { type: 'user', id: ownerId, name: word },
      }),
    )
    await em.flush()
  })
  return id
}
