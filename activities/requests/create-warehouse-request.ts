import type { EntityManager } from '@mikro-orm/postgresql'
import { roleSeats } from '#domain/access/seats.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { DealLine } from '#domain/sales/deal-line.entity.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { companyDate, dueInWorkingDays } from '#domain/shared/working-time.ts'
import { requestWorkflowId, requestWorkflowType } from '#workflows/requests/request.messages.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import type { ActivityWorld } from '../shared/world.ts'

/** Working days the warehouse has unless the lines say later. */
const usualTerm = 2

export interface WarehouseWish {
  deal: Deal
  /** Null when a rule asks. */
  authorId: string | null
  at: Date
  promisedAt: Date | null
}

/** A warehouse request of the newest invoice's lines (as paid for), or of the deal's; asks for its process. */
export async function createWarehouseRequest(
  em: EntityManager,
  world: Pick<ActivityWorld, 'ids'>,
  { deal, authorId, at, promisedAt }: WarehouseWish,
): Promise<DepartmentRequest> {
  const company = await em.findOneOrFail(Company, deal.companyId)
  const [invoice] = await em.find(
    Invoice,
    { dealId: deal.id, status: { $nin: ['void', 'draft'] } },
    { orderBy: { createdAt: 'desc' }, limit: 1 },
  )
  const lines =
    invoice?.lines ?? (await em.find(DealLine, { dealId: deal.id }, { orderBy: { position: 'asc' } }))
  const calendar = await companyCalendar(em, at)
  const latest = lines
    .flatMap(({ deliveryOn }) => deliveryOn ?? [])
    .sort()
    .at(-1)
  const today = companyDate(calendar, at.getTime())
  const from = latest && latest > today ? Date.parse(`${latest}T09:00:00Z`) : at.getTime()
  const request = em.create(DepartmentRequest, {
    id: world.ids(),
    createdAt: at,
    kind: 'warehouse',
    from: 'sales',
    to: 'warehouse',
    subject: `Отгрузка: ${deal.title}`.slice(0, 255),
    companyId: company.id,
    companyName: company.name,
    dealId: deal.id,
    invoiceId: invoice?.id ?? null,
    authorId,
    status: 'new',
    lines: lines.map((line, i) => ({
      id: String(i + 1),
      offeringId: line.offeringId ?? null,
      name: line.name,
      sku: line.sku ?? null,
      unit: line.unit,
      quantity: line.quantity,
      pickedQuantity: '0',
      shippedQuantity: '0',
      shortQuantity: '0',
    })),
    promisedAt: promisedAt ?? new Date(dueInWorkingDays(calendar, from, usualTerm)),
    seatId: roleSeats.warehouse,
  })
  await em.flush()
  await tellStart(em, requestWorkflowType, requestWorkflowId(request.id), { requestId: request.id })
  return request
}
