import type { EntityManager } from '@mikro-orm/postgresql'
import { freeAt } from '#domain/catalog/free-stock.ts'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Reservation } from '#domain/catalog/reservation.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import { compareQuantity, formatQuantity, subtractQuantity } from '#domain/shared/quantity.ts'
import type { Actor } from '../shared/actor.ts'
import { holdingsOf, todayOf } from './holdings.ts'

export interface WantedReservation {
  dealId: string
  offeringId: string
  warehouseId: string | null
  quantity: string
  until: string
  fromSupplyId: string | null
}

interface Reserving {
  actor: Actor
  now: Date
  ids(): string
}

/**
 * Holds goods for a deal, never more than is free (PG3, S-023): all who reserve one offering go one after another.
 * In the caller's transaction, with the actor's sight. @throws NotFound (a deal that he does not see), DealClosed,
 * OfferingUnknown, BadDate (a day that has passed), ReservationTooLarge
 */
export async function reserve(
  em: EntityManager,
  wanted: WantedReservation,
  by: Reserving,
): Promise<Reservation> {
  const deal = await em.findOneOrFail(Deal, wanted.dealId)
  if (deal.status !== 'open') throw fact('DealClosed')
  const today = await todayOf(em, by.now)
  if (wanted.until < today) throw fact('BadDate', { value: wanted.until })
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`reserve ${wanted.offeringId}`])
  const offering = await em.findOne(Offering, wanted.offeringId)
  if (!offering) throw fact('OfferingUnknown', { value: wanted.offeringId })
  const free = await freeFor(em, wanted, today)
  if (compareQuantity(wanted.quantity, free) > 0)
    throw fact('ReservationTooLarge', {
      quantity: formatQuantity(wanted.quantity),
      free: formatQuantity(free),
    })
  const reservation = em.create(Reservation, {
    id: by.ids(),
    ...wanted,
    companyId: deal.companyId,
    createdBy: by.actor.id,
    createdAt: by.now,
  })
  noteOnPath(em, deal, {
    by,
    kind: 'goods_reserved',
    title: `Зарезервировано: ${offering.name}, ${formatQuantity(wanted.quantity)} до ${russianDay(wanted.until)}`,
    data: { offeringId: offering.id, quantity: wanted.quantity, until: wanted.until },
  })
  await em.flush()
  return reservation
}

/** Gives the goods of a reservation back. @throws ReservationReleased */
export async function release(em: EntityManager, reservation: Reservation, by: Reserving): Promise<void> {
  reservation.release(by.now)
  const deal = await em.findOneOrFail(Deal, reservation.dealId)
  const offering = await em.findOneOrFail(Offering, reservation.offeringId)
  noteOnPath(em, deal, {
    by,
    kind: 'reservation_released',
    title: `Резерв снят: ${offering.name}, ${formatQuantity(reservation.quantity)}`,
    data: { offeringId: offering.id, quantity: reservation.quantity },
  })
  await em.flush()
}

/** What may be held: of the goods that lie there, or of a supply that is to come. */
async function freeFor(em: EntityManager, wanted: WantedReservation, today: string): Promise<string> {
  const held = (await holdingsOf(em, [wanted.offeringId], today)).get(wanted.offeringId)
  if (!held) return '0'
  if (wanted.fromSupplyId === null) return freeAt(held, wanted.warehouseId)
  const supply = held.supplies.find(one => one.id === wanted.fromSupplyId && one.date >= today)
  return supply ? subtractQuantity(supply.quantity, supply.reserved) : '0'
}

const noteOnPath = (
  em: EntityManager,
  deal: Deal,
  note: { by: Reserving; kind: string; title: string; data: Record<string, string> },
): void => {
  em.create(
    ProcessEvent,
    processEventRow({
      id: note.by.ids(),
      subject: `deal/${deal.id}`,
      dealId: deal.id,
      companyId: deal.companyId,
      at: note.by.now,
      kind: note.kind,
      title: note.title,
      actor: { type: 'user', id: note.by.actor.id, name: note.by.actor.name },
      data: note.data,
      stage: deal.stage,
    }),
  )
}

const russianDay = (day: string): string => day.split('-').toReversed().join('.')
