import type { World } from '../world/a-world.ts'
import { aDeal } from './a-deal.ts'

export interface Request {
  id: string
  status: string
  version: number
  lines: {
    id: string
    offeringId: string
    quantity: string
    pickedQuantity: string
    shippedQuantity: string
    shortQuantity: string
  }[]
  expectedOn: string | null
  assigneeName: string | null
  can: Record<string, boolean>
}
export interface Shipment {
  id: string
  number: string
  lines: { quantity: string }[]
}
export type Reply = Request & { code: string; detail: string }

/** Requests in the warehouse’s queue, and what is asked of them. */
export function requesting(world: () => World) {
  const lines = [
    { sku: 'SOV-01', quantity: '10' },
    { sku: 'VEN-SORGO', quantity: '4' },
  ]

  /** A request that stands in the warehouse's queue, its process running. */
  async function aRequest({ of = 'manager' } = {}) {
    const { dealId, companyId } = await aDeal(world(), { of, lines })
    const made = await (await world().as(of)).post<Request>('/department-requests', {
      kind: 'warehouse',
      dealId,
    })
    const request = await world().until(async () => {
      const queue = await (await world().as('warehouse')).list<Request>('department-requests', { dealId })
      const [told] = await world().sql('select id from process_event where subject = ?', [
        `request/${made.id}`,
      ])
      return told ? queue[0] : null
    })
    return { request, dealId, companyId }
  }
  async function ask(login: string, { id }: { id: string }, verb: string, body: unknown = {}, key?: string) {
    const path = `/department-requests/${id}/${verb}`
    const answer = await (await world().as(login)).ask('POST', path, { body, ...(key ? { key } : {}) })
    return { status: answer.status, body: answer.body as never as Reply }
  }
  const part = (request: Request, quantity: string, line = 0) => ({
    lineId: request.lines[line]?.id,
    quantity,
  })
  const freeOf = async (offeringId: string | undefined) =>
    (await (await world().as('manager')).get<{ free: string }>(`/offerings/${offeringId}`)).free
  return { aRequest, ask, part, freeOf }
}
