import type { EntityManager } from '@mikro-orm/postgresql'
import type { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { isRequestOpen } from '#domain/requests/request-moves.ts'
import type { Shipment } from '#domain/requests/shipment.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import type { RequestAnswer, ShipmentAnswer } from './requests.contract.ts'
import { requestVerbs } from './requests.policy.ts'

export interface Viewer {
  actor: Actor
  now: Date
}

/** The only road out for requests: there is no price in them, whoever asks. */
export async function presentRequests(
  em: EntityManager,
  requests: DepartmentRequest[],
  { actor, now }: Viewer,
): Promise<RequestAnswer[]> {
  const names = await userNames(
    em,
    requests.map(({ assigneeId }) => assigneeId),
  )
  const companies = await companiesById(
    em,
    requests.map(({ companyId }) => companyId),
  )
  return requests.map(request => ({
    id: request.id,
    kind: request.kind,
    from: request.from,
    to: request.to,
    subject: request.subject,
    companyId: request.companyId,
    companyName: request.companyName,
    dealId: request.dealId ?? null,
    status: request.status,
    lines: request.lines,
    promisedAt: request.promisedAt?.toISOString() ?? null,
    overdue: isRequestOpen(request.status) && request.promisedAt != null && request.promisedAt < now,
    assigneeId: request.assigneeId ?? null,
    assigneeName: (request.assigneeId && names.get(request.assigneeId)) || null,
    remark: request.remark ?? null,
    expectedOn: request.expectedOn ?? null,
    createdAt: request.createdAt.toISOString(),
    doneAt: request.doneAt?.toISOString() ?? null,
    version: request.version,
    can: requestVerbs(actor, request, companies.get(request.companyId)?.ownerId),
  }))
}

/** The parts that left, with who shipped them. */
export async function presentShipments(em: EntityManager, shipments: Shipment[]): Promise<ShipmentAnswer[]> {
  const names = await userNames(
    em,
    shipments.map(({ shippedBy }) => shippedBy),
  )
  return shipments.map(shipment => ({
    id: shipment.id,
    requestId: shipment.requestId,
    companyId: shipment.companyId,
    dealId: shipment.dealId ?? null,
    number: shipment.number,
    shippedAt: shipment.shippedAt.toISOString(),
    shippedBy: shipment.shippedBy ?? null,
    shippedByName: (shipment.shippedBy && names.get(shipment.shippedBy)) || null,
    lines: shipment.lines,
    confirmedAt: shipment.confirmedAt?.toISOString() ?? null,
    version: shipment.version,
  }))
}
