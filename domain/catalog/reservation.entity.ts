import { defineEntity, p } from '@mikro-orm/core'
import { fact } from '../shared/fact.ts'
import { moveIn } from '../shared/moves.ts'
import { Offering } from './offering.entity.ts'
import { type ReservationStatus, reservationMoves, reservationStatuses } from './reservation-moves.ts'
import { Warehouse } from './warehouse.entity.ts'

const ReservationSchema = defineEntity({
  name: 'Reservation',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version().default(1),
    dealId: p.uuid().index('reservation_deal_index'),
    companyId: p.uuid().nullable(),
    offeringId: () => p.manyToOne(Offering).mapToPk().fieldName('offering_id'),
    warehouseId: () => p.manyToOne(Warehouse).mapToPk().fieldName('warehouse_id').nullable(),
    quantity: p.decimal('string').columnType('numeric(18,6)'),
    issuedQuantity: p.decimal('string').columnType('numeric(18,6)').default('0'),
    until: p.date(),
    fromSupplyId: p.uuid().nullable(),
    status: p.enum(reservationStatuses).default('active'),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [{ name: 'reservation_offering_status_index', properties: ['offeringId', 'status'] }],
})

/**
 * A quantity held for a deal to the end of the day `until`. `issuedQuantity` of it has left the warehouse. With
 * `fromSupplyId` it holds goods that are still to come, and takes nothing from what lies there today.
 */
export class Reservation extends ReservationSchema.class {
  /** Gives the goods back. @throws ReservationReleased when it is not active any more */
  release(at: Date): void {
    const next = moveIn<ReservationStatus>(reservationMoves, this.status, 'release')
    if (!next) throw fact('ReservationReleased')
    this.status = next
    this.closedAt = at
  }
}
ReservationSchema.setClass(Reservation)
