import type { CalendarData } from '../shared/working-time.ts'

/** What is being approved. */
export interface ApprovalSubject {
  type: 'offer' | 'invoice' | 'contract'
  id: string
}

/** One approver's turn as planned: ids only. A seat is a person's user id or a role's queue (`roleSeats`). */
export interface PlannedStep {
  stepId: string
  /** Groups run one after another, from 0; the steps of a group run side by side. */
  group: number
  /** Role key that gives the step its right: 'lawyer', 'head' … */
  role: string
  /** Russian words for the path and the timers: «Юрист». */
  title: string
  /** The one person asked; null when the whole queue of the role is. */
  assigneeId: string | null
  /** Seats that may decide from the start: the assignee (or the role's queue) and the stand-ins. */
  seats: string[]
  /** Seats that may decide too once the term has run out. */
  escalateTo: string[]
  termWorkingMinutes: number
}

/** Everything an approval's process needs to run; read once at its start. */
export interface ApprovalPlan {
  subject: ApprovalSubject
  /** The deal whose path this belongs to, or null. */
  dealId: string | null
  authorId: string
  /** In the order of their groups; none = approved at once by the rule. */
  steps: PlannedStep[]
  calendar: CalendarData
  /** When the document was submitted, epoch ms: the first terms count from it. */
  startedAt: number
}
