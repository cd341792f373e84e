import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'
import { DepartmentRequest } from './department-request.entity.ts'

export interface ShipmentLineView {
  lineId: string
  offeringId: string | null
  name: string
  unit: string
  quantity: string
}

const ShipmentSchema = defineEntity({
  name: 'Shipment',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    requestId: () => p.manyToOne(DepartmentRequest).mapToPk().index(),
    companyId: () => p.manyToOne(Company).mapToPk().index(),
    dealId: p.uuid().nullable().index(),
    number: p.string().unique(),
    shippedAt: p.datetime(),
    shippedBy: p.uuid().nullable(),
    lines: p.json<ShipmentLineView[]>(),
    /** Set when 1C has reported the realisation; until then the goods are taken off the free stock by us. */
    confirmedAt: p.datetime().nullable(),
    seatId: p.uuid().nullable(),
  },
})

/** One part of the goods that left the warehouse. */
export class Shipment extends ShipmentSchema.class {}
ShipmentSchema.setClass(Shipment)
