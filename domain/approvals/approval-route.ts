import type { RoleKey } from '../access/seats.ts'
import { compareQuantity } from '../shared/quantity.ts'
import type { ApprovalSubject, PlannedStep } from './approval-plan.ts'

/** A route: groups run one after another, the steps of a group side by side. Data, kept with its version. */
export interface ApprovalRoute {
  key: string
  title: { ru: string; en: string }
  subject: ApprovalSubject['type']
  groups: RouteGroup[]
}

export interface RouteGroup {
  key: string
  steps: RouteStep[]
}

export interface RouteStep {
  /** Unique within its group. */
  key: string
  /** Whose right it is: a role's queue, or the head of the author's department. */
  role: RoleKey | 'head_of_author'
  title: { ru: string; en: string }
  termWorkingMinutes: number
  /** The step is asked for only when every bound named here is passed; absent = always. */
  when?: RouteCondition
}

export interface RouteCondition {
  /** Decimal string of kopecks: the document's gross sum is greater. */
  amountAboveKopecks?: string
  /** Decimal string of per cent: the greatest discount of a line is greater. */
  discountAbovePercent?: string
}

/** What the document and the company say at the moment of submission. */
export interface RouteFacts {
  authorId: string
  amountKopecks: bigint
  /** Decimal string; '0' where a document has no discounts. */
  maxDiscountPercent: string
  /** Who sits where now; a role without an entry has nobody. */
  seats: Partial<Record<RouteStep['role'], SeatFacts>>
}

export interface SeatFacts {
  /** The one person asked, or null when the whole queue of the role is. */
  assigneeId: string | null
  /** Seats that may decide: the assignee or the role's queue, and the stand-ins. */
  seats: string[]
  /** Seats that may decide too once the term has run out. */
  escalateTo: string[]
}

/** A step nobody can decide: the role has no one but the author. Told as the fact `NoApprover`. */
export interface NobodyToAsk {
  nobody: RouteStep['role']
}

/**
 * The steps a document has to pass, in order; none when no bound is passed. The author never sits on a step of
 * the own document: where that leaves nobody, the step goes up to those it would be escalated to.
 */
export function planSteps(
  route: ApprovalRoute,
  facts: RouteFacts,
  newStepId: () => string,
): PlannedStep[] | NobodyToAsk {
  const planned: PlannedStep[] = []
  let group = 0
  for (const { steps } of route.groups) {
    const asked = steps.filter(step => applies(step.when, facts))
    for (const step of asked) {
      const seat = seatFor(facts, step.role)
      if (!seat) return { nobody: step.role }
      planned.push({
        stepId: newStepId(),
        group,
        role: step.role === 'head_of_author' ? 'head' : step.role,
        title: step.title.ru,
        termWorkingMinutes: step.termWorkingMinutes,
        ...seat,
      })
    }
    if (asked.length > 0) group++
  }
  return planned
}

function applies(when: RouteCondition | undefined, facts: RouteFacts): boolean {
  const { amountAboveKopecks, discountAbovePercent } = when ?? {}
  return (
    (amountAboveKopecks === undefined || facts.amountKopecks > BigInt(amountAboveKopecks)) &&
    (discountAbovePercent === undefined ||
      compareQuantity(facts.maxDiscountPercent, discountAbovePercent) > 0)
  )
}

function seatFor({ seats, authorId }: RouteFacts, role: RouteStep['role']): SeatFacts | null {
  const seat = seats[role]
  if (!seat) return null
  const others = seat.seats.filter(id => id !== authorId)
  const above = seat.escalateTo.filter(id => id !== authorId)
  const assigneeId = seat.assigneeId === authorId ? null : seat.assigneeId
  if (others.length > 0) return { assigneeId, seats: others, escalateTo: above }
  return above.length > 0 ? { assigneeId: null, seats: above, escalateTo: above } : null
}
