import { createWarehouseRequest } from '../../requests/create-warehouse-request.ts'
import type { DealAction } from './deal-action.ts'

/** Asks the warehouse for what the deal sells. */
export const requestShipment: DealAction<'request_shipment'> = async ({ em, world, deal }, { at }) => {
  const request = await createWarehouseRequest(em, world, {
    deal,
    authorId: null,
    at: new Date(at),
    promisedAt: null,
  })
  return {
    facts: { requestStatus: 'new' },
    happened: { event: 'request_created', data: { requestId: request.id } },
  }
}
