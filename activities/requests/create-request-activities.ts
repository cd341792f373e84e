import type { EntityManager } from '@mikro-orm/postgresql'
import { roleSeats } from '#domain/access/seats.ts'
import { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import type { DealEventKey } from '#domain/sales/deal-events.ts'
import { readDealFacts } from '#domain/sales/read-deal-facts.entity.ts'
import type { RequestProcessState } from '#workflows/requests/request-state.ts'
import { closeParticipations } from '../access/participation.ts'
import { releaseReservations } from '../catalog/issue-goods.ts'
import { tellDeal } from '../documents/tell-deal.ts'
import { companyCalendar } from '../shared/company-calendar.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { projectRequest, recordRequest } from './record-request.ts'
import type { ConcludeRequest, RequestActivities, RequestOpening } from './request-activities.ts'
import { whoAsked } from './who-asked.ts'

/** The deeds of a department request's process. */
export const createRequestActivities = (world: ActivityWorld): RequestActivities => ({
  openRequest: ({ requestId }) => world.fork().transactional(em => open(em, requestId)),
  recordRequest: record =>
    once(
      world,
      record.key,
      em => recordRequest(em, world, record),
      em => projectRequest(em, record),
    ),
  concludeRequest: deed => once(world, deed.key, em => conclude(em, world, deed)),

  warnPromise: ({ requestId, kind, to, key }) =>
    once(world, key, async em => {
      const request = await em.findOneOrFail(DepartmentRequest, requestId)
      const words = kind === 'soon' ? 'Обещанный срок близко' : 'Обещанный срок прошёл'
      await notify(em, world, {
        to: [...new Set([...to, ...(await whoAsked(em, request))])],
        title: `${words}. ${request.subject}`,
        subjectType: 'request',
        subjectId: requestId,
        companyId: request.companyId,
      })
    }),
})

async function open(em: EntityManager, requestId: string): Promise<RequestOpening> {
  const request = await em.findOneOrFail(DepartmentRequest, requestId, {
    populate: ['processState'] as never,
  })
  const state = request.processState as RequestProcessState | null
  return {
    dealId: request.dealId ?? null,
    authorId: request.authorId ?? null,
    seatId: request.seatId ?? roleSeats.warehouse,
    lines: request.lines.map(
      ({ id, offeringId, quantity, pickedQuantity, shippedQuantity, shortQuantity }) => ({
        lineId: id,
        offeringId,
        quantity,
        pickedQuantity,
        shippedQuantity,
        shortQuantity,
      }),
    ),
    promisedAt: request.promisedAt?.getTime() ?? null,
    calendar: await companyCalendar(em, request.createdAt),
    startedAt: request.createdAt.getTime(),
    ...(state ? { state } : {}),
  }
}

const ends = {
  done: { event: 'request_done', words: 'Отгружено' },
  refused: { event: 'request_refused', words: 'Склад отказал' },
  // Nobody hangs a rule on the manager's own change of mind; the facts change all the same.
  cancelled: { event: 'facts_changed', words: 'Заявка отменена' },
} as const satisfies Record<ConcludeRequest['outcome'], { event: DealEventKey; words: string }>

async function conclude(em: EntityManager, world: ActivityWorld, deed: ConcludeRequest): Promise<void> {
  const { requestId, dealId, outcome, by, reason, at } = deed
  const request = await em.findOneOrFail(DepartmentRequest, requestId)
  const subject = { subjectType: 'request', subjectId: requestId }
  const { event, words } = ends[outcome]
  await closeParticipations(em, { ...subject, at: new Date(at) })
  const to = (await whoAsked(em, request)).filter(person => person !== by)
  const title = `${words}. ${request.subject}${reason ? `: ${reason}` : ''}`
  await notify(em, world, { ...subject, to, title, companyId: request.companyId })
  if (!dealId) return
  if (outcome === 'done') await releaseUnlessAwaited(em, dealId, new Date(at))
  await tellDeal(em, dealId, {
    event,
    data: event === 'facts_changed' ? {} : { requestId },
    facts: await readDealFacts(em, dealId),
    actor: { type: 'user', id: by, name: null },
  })
}

/** What is still held goes back, unless another request of the deal is to ship it. */
async function releaseUnlessAwaited(em: EntityManager, dealId: string, at: Date): Promise<void> {
  const awaited = await em.count(DepartmentRequest, {
    dealId,
    status: { $nin: ['done', 'refused', 'cancelled'] },
  })
  if (awaited === 0) await releaseReservations(em, dealId, at)
}
