import type { EntityManager } from '@mikro-orm/postgresql'
import { roleSeats } from '../access/seats.ts'
import { Company } from '../clients/company.entity.ts'
import { Invoice } from '../documents/invoice.entity.ts'
import type { Deal } from '../sales/deal.entity.ts'
import { DealLine } from '../sales/deal-line.entity.ts'
import { addQuantity, isPositive, minQuantity, subtractQuantity } from '../shared/quantity.ts'
import { type CalendarData, companyDate, dueInWorkingDays } from '../shared/working-time.ts'
import { DepartmentRequest, type RequestLineView } from './department-request.entity.ts'

/** Working days the warehouse has unless the lines say later. */
const usualTerm = 2

export interface WarehouseWish {
  deal: Deal
  /** Null when a rule asks. */
  authorId: string | null
  at: Date
  promisedAt: Date | null
}

/**
 * A request to the warehouse for what of the newest invoice (as paid for), or else of the deal, has not left yet; in
 * the caller's transaction. It has no lines where all has left. The caller asks for its process.
 */
export async function draftWarehouseRequest(
  em: EntityManager,
  { deal, authorId, at, promisedAt }: WarehouseWish,
  { id, calendar }: { id: string; calendar: CalendarData },
): Promise<DepartmentRequest> {
  const company = await em.findOneOrFail(Company, deal.companyId)
  const [invoice] = await em.find(
    Invoice,
    { dealId: deal.id, status: { $nin: ['void', 'draft'] } },
    { orderBy: { createdAt: 'desc' }, limit: 1 },
  )
  const wanted =
    invoice?.lines ?? (await em.find(DealLine, { dealId: deal.id }, { orderBy: { position: 'asc' } }))
  const request = em.create(DepartmentRequest, {
    id,
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
    lines: notShippedYet(wanted, await em.find(DepartmentRequest, { dealId: deal.id })),
    promisedAt: promisedAt ?? usualPromise(calendar, at, wanted),
    seatId: roleSeats.warehouse,
  })
  await em.flush()
  return request
}

type WantedLine = Pick<RequestLineView, 'name' | 'unit' | 'quantity'> & {
  offeringId?: string | null | undefined
  sku?: string | null | undefined
  deliveryOn?: string | null | undefined
}

/** What earlier requests of the deal have shipped is not asked for again. */
function notShippedYet(
  wanted: readonly WantedLine[],
  before: readonly DepartmentRequest[],
): RequestLineView[] {
  const shipped = new Map<string, string>()
  for (const line of before.flatMap(({ lines }) => lines))
    shipped.set(goodsOf(line), addQuantity(shipped.get(goodsOf(line)) ?? '0', line.shippedQuantity))
  const lines: RequestLineView[] = []
  for (const line of wanted) {
    const gone = minQuantity(shipped.get(goodsOf(line)) ?? '0', line.quantity)
    shipped.set(goodsOf(line), subtractQuantity(shipped.get(goodsOf(line)) ?? '0', gone))
    const quantity = subtractQuantity(line.quantity, gone)
    if (!isPositive(quantity)) continue
    lines.push({
      id: String(lines.length + 1),
      offeringId: line.offeringId ?? null,
      name: line.name,
      sku: line.sku ?? null,
      unit: line.unit,
      quantity,
      pickedQuantity: '0',
      shippedQuantity: '0',
      shortQuantity: '0',
    })
  }
  return lines
}

const goodsOf = ({ offeringId, name }: WantedLine): string => offeringId ?? name

/** The usual term from now, or from the day the last of the goods can be there. */
function usualPromise(calendar: CalendarData, at: Date, lines: readonly WantedLine[]): Date {
  const days = lines.flatMap(({ deliveryOn }) => deliveryOn ?? [])
  const latest = days.toSorted().at(-1)
  const later = latest !== undefined && latest > companyDate(calendar, at.getTime())
  return new Date(
    dueInWorkingDays(calendar, later ? Date.parse(`${latest}T09:00:00Z`) : at.getTime(), usualTerm),
  )
}
