import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { issueNumber } from '#domain/documents/number-series.entity.ts'
import { DepartmentRequest, type RequestLineView } from '#domain/requests/department-request.entity.ts'
import type { RequestLine } from '#domain/requests/request-plan.ts'
import { Shipment } from '#domain/requests/shipment.entity.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import { companyDate } from '#domain/shared/working-time.ts'
import { requestWorkflowId } from '#workflows/requests/request.messages.ts'
import { openParticipation } from '../access/participation.ts'
import { issueGoods } from '../catalog/issue-goods.ts'
import { tellDeal } from '../documents/tell-deal.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import { notify } from '../shared/notify.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { writePath } from '../shared/write-path.ts'
import type { RequestRecord, RequestShipment } from './request-activities.ts'
import { whoAsked } from './who-asked.ts'

/** The projection, the path, the shipment with what it takes from the stock, and the word to the deal. May not refuse. */
export async function recordRequest(
  em: EntityManager,
  world: ActivityWorld,
  record: RequestRecord,
): Promise<void> {
  const request = await em.findOneOrFail(DepartmentRequest, record.requestId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })
  const { id, companyId, seq } = request
  const dealId = request.dealId ?? null
  const seatId = request.seatId ?? null
  const owner = { subject: requestWorkflowId(id), dealId, companyId, seq: record.seq, seatId }
  await writePath(em, world, owner, record.path)
  if (record.shipment) await ship(em, world, request, record.shipment)
  await projectRequest(em, record)
  await em.flush()
  if (seq === 0) await invite(em, world, request)
  if (record.notice?.event === 'request_short') await tellOfShortage(em, world, request)
  if (record.notice && dealId)
    await tellDeal(em, dealId, {
      ...record.notice,
      facts: await readDealFacts(em, dealId),
      actor: lastActor(record),
    })
}

/** The projection, unless a later one stands there; of two at the same place the one that the process tells last. */
export async function projectRequest(em: EntityManager, record: RequestRecord): Promise<void> {
  const request = await em.findOneOrFail(DepartmentRequest, record.requestId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  })
  if (request.seq > record.seq) return
  request.seq = record.seq
  request.status = record.status
  request.assigneeId = record.assigneeId
  request.lines = request.lines.map(line => withQuantities(line, record.lines))
  request.promisedAt = record.promisedAt === null ? null : new Date(record.promisedAt)
  request.remark = record.remark
  request.expectedOn = record.expectedOn
  request.doneAt = record.closedAt === null ? null : new Date(record.closedAt)
}

function withQuantities(line: RequestLineView, lines: readonly RequestLine[]): RequestLineView {
  const told = lines.find(({ lineId }) => lineId === line.id)
  if (!told) return line
  const { pickedQuantity, shippedQuantity, shortQuantity } = told
  return { ...line, pickedQuantity, shippedQuantity, shortQuantity }
}

/** The part that left gets its number and leaves the free stock; what was reserved of it is used up. */
async function ship(
  em: EntityManager,
  world: ActivityWorld,
  request: DepartmentRequest,
  { shipmentId, lines, by, at }: RequestShipment,
): Promise<void> {
  const shippedAt = new Date(at)
  const year = companyDate(await companyCalendar(em, shippedAt), at).slice(0, 4)
  const dealId = request.dealId ?? null
  const shipped = lines.flatMap(({ lineId, quantity }) => {
    const line = request.lines.find(one => one.id === lineId)
    return line ? [{ lineId, offeringId: line.offeringId, name: line.name, unit: line.unit, quantity }] : []
  })
  em.create(Shipment, {
    id: shipmentId,
    requestId: request.id,
    companyId: request.companyId,
    dealId,
    number: await issueNumber(em, 'shipment', Number(year)),
    shippedAt,
    shippedBy: by,
    lines: shipped,
    seatId: request.seatId ?? null,
  })
  await em.flush()
  await issueGoods(em, {
    dealId,
    requestId: request.id,
    shipmentId,
    lines: shipped,
    at: shippedAt,
    ids: world.ids,
  })
}

/** The department asked sees the client while the request is open, and hears of it. */
async function invite(em: EntityManager, world: ActivityWorld, request: DepartmentRequest): Promise<void> {
  const { id, companyId, seatId, subject } = request
  if (!seatId || request.doneAt) return
  const about = { subjectType: 'request', subjectId: id }
  await openParticipation(em, world, { ...about, seatId, companyId, because: 'request' })
  await notify(em, world, { ...about, to: [seatId], title: `Новая заявка. ${subject}`, companyId })
}

async function tellOfShortage(
  em: EntityManager,
  world: ActivityWorld,
  request: DepartmentRequest,
): Promise<void> {
  const { id, companyId, subject } = request
  await notify(em, world, {
    to: await whoAsked(em, request),
    title: `Склад сообщил о недостаче. ${subject}`,
    subjectType: 'request',
    subjectId: id,
    companyId,
  })
}

const lastActor = ({ path }: RequestRecord) =>
  path.at(-1)?.actor ?? { type: 'system' as const, id: null, name: null }
