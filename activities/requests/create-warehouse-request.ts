import type { EntityManager } from '@mikro-orm/postgresql'
import type { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { draftWarehouseRequest, type WarehouseWish } from '#domain/requests/draft-warehouse-request.entity.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { requestWorkflowId, requestWorkflowType } from '#workflows/requests/request.messages.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import type { ActivityWorld } from '../shared/world.ts'

/** A warehouse request of the newest invoice's lines (as paid for), or of the deal's; asks for its process. */
export async function createWarehouseRequest(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids'>,
  wish: WarehouseWish,
): Promise<DepartmentRequest> {
  const calendar = await companyCalendar(em, wish.at)
  const request = await draftWarehouseRequest(em, wish, { id: world.ids(), calendar })
  await tellStart(em, requestWorkflowType, requestWorkflowId(request.id), { requestId: request.id })
  return request
}
