import { Shipment } from '#domain/requests/shipment.entity.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { ShipmentAnswer, ShipmentPage } from './requests.contract.ts'
import { presentShipments } from './requests.presenter.ts'

const shipments: ListOf<Shipment> = {
  entity: Shipment,
  sort: { shippedAt: 'shippedAt', number: 'number' },
  defaultOrder: 'desc',
  filter: {
    requestId: sameId('requestId'),
    dealId: sameId('dealId'),
    companyId: sameId('companyId'),
  },
}

export const shipmentOperations = [
  operation({
    name: 'listShipments',
    method: 'get',
    path: '/api/shipments',
    summary: 'Parts that left the warehouse, newest first',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ShipmentPage,
    handle: ({ em, query }) => listPage(em, shipments, query, rows => presentShipments(em, rows)),
  }),
  operation({
    name: 'getShipment',
    method: 'get',
    path: '/api/shipments/:id',
    summary: 'One part that left the warehouse',
    via: 'read',
    may: 'signed_in',
    answer: ShipmentAnswer,
    async handle({ em, params }) {
      const [answer] = await presentShipments(em, [await em.findOneOrFail(Shipment, params.id ?? '')])
      return answer as ShipmentAnswer
    },
  }),
]
