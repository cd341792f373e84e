import type { EntityManager } from '@mikro-orm/postgresql'
import { z } from 'zod'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Reservation } from '#domain/catalog/reservation.entity.ts'
import {
  type ReservationStatus,
  reservationMoves,
  reservationStatuses,
} from '#domain/catalog/reservation-moves.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { movesFrom } from '#domain/shared/moves.ts'
import { addQuantity } from '#domain/shared/quantity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atMost, oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import {
  CreateReservation,
  ReleaseReservation,
  ReservationAnswer,
  ReservationPage,
} from './catalog.contract.ts'
import { mayReserve } from './catalog.policy.ts'
import { todayOf } from './holdings.ts'
import { release, reserve } from './reserve.ts'

const reservations: ListOf<Reservation> = {
  entity: Reservation,
  sort: { until: 'until', createdAt: 'createdAt' },
  filter: {
    dealId: sameId('dealId'),
    offeringId: sameId('offeringId'),
    status: oneOrMany('status', z.enum(reservationStatuses)),
    until: atMost('until'),
  },
}

interface Asking {
  em: EntityManager
  actor: Actor
  now: Date
}

async function present(
  { em, actor, now }: Asking,
  rows: readonly Reservation[],
): Promise<ReservationAnswer[]> {
  const deals = await em.find(Deal, { id: [...new Set(rows.map(row => row.dealId))] })
  const offerings = await em.find(Offering, { id: [...new Set(rows.map(row => row.offeringId))] })
  const titles = new Map(deals.map(deal => [deal.id, deal.title]))
  const names = new Map(offerings.map(one => [one.id, one.name]))
  const today = await todayOf(em, now)
  return rows.map(row => ({
    id: row.id,
    dealId: row.dealId,
    dealTitle: titles.get(row.dealId) ?? null,
    companyId: row.companyId ?? null,
    offeringId: row.offeringId,
    offeringName: names.get(row.offeringId) ?? '',
    warehouseId: row.warehouseId ?? null,
    quantity: addQuantity(row.quantity, '0'),
    issuedQuantity: addQuantity(row.issuedQuantity, '0'),
    until: row.until,
    fromSupplyId: row.fromSupplyId ?? null,
    status: row.status === 'active' && row.until < today ? 'expired' : row.status,
    createdBy: row.createdBy ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    can: {
      release:
        mayReserve(actor) && movesFrom<ReservationStatus>(reservationMoves, row.status).includes('release'),
    },
  }))
}
const presentOne = async (asking: Asking, row: Reservation): Promise<ReservationAnswer> => {
  const [answer] = await present(asking, [row])
  return answer as ReservationAnswer
}

export const reservationOperations = [
  operation({
    name: 'listReservations',
    method: 'get',
    path: '/api/reservations',
    summary: 'What is held for deals',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ReservationPage,
    handle: ctx => listPage(ctx.em, reservations, ctx.query, rows => present(ctx, rows)),
  }),
  operation({
    name: 'getReservation',
    method: 'get',
    path: '/api/reservations/:id',
    summary: 'One reservation',
    via: 'read',
    may: 'signed_in',
    answer: ReservationAnswer,
    handle: async ctx => presentOne(ctx, await ctx.em.findOneOrFail(Reservation, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createReservation',
    method: 'post',
    path: '/api/reservations',
    summary: 'Hold goods for a deal, never more than is free',
    via: 'transaction',
    may: ['manager', 'head', 'director', 'admin'],
    body: CreateReservation,
    answer: ReservationAnswer,
    status: 201,
    async handle(ctx) {
      const { body, actor, now, world } = ctx
      const wanted = {
        ...body,
        warehouseId: body.warehouseId ?? null,
        fromSupplyId: body.fromSupplyId ?? null,
      }
      return presentOne(ctx, await reserve(ctx.em, wanted, { actor, now, ids: world.ids }))
    },
  }),
  operation({
    name: 'releaseReservation',
    method: 'post',
    path: '/api/reservations/:id/release',
    summary: 'Give the goods back',
    via: 'transaction',
    may: ['manager', 'head', 'director', 'admin'],
    body: ReleaseReservation,
    answer: ReservationAnswer,
    async handle(ctx) {
      const { em, params, actor, now, world } = ctx
      const reservation = await em.findOneOrFail(Reservation, params.id ?? '')
      await release(em, reservation, { actor, now, ids: world.ids })
      return presentOne(ctx, reservation)
    },
  }),
]
