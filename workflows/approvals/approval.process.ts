import { type ApprovalState, afterApprovalMove, type Verdict } from '#domain/approvals/approval-moves.ts'
import type { ApprovalPlan, PlannedStep } from '#domain/approvals/approval-plan.ts'
import { remember } from '../shared/command.ts'
import { type PathEvent, pathEvent } from '../shared/path-event.ts'
import { type Refusal, refusal } from '../shared/refusal.ts'
import type { DueTimer, Outcome } from '../shared/run-process.ts'
import type { Terms } from '../shared/terms.ts'

/** A step in work. Times are epoch ms, null until its group is reached. */
export interface ApprovalStep extends PlannedStep {
  openedAt: number | null
  remindAt: number | null
  dueAt: number | null
  reminded: boolean
  escalated: boolean
  decision: Verdict | null
  decidedBy: string | null
  decidedAt: number | null
  remark: string | null
}

/** Where an approval stands. Plain JSON: it travels through continue-as-new. */
export interface ApprovalProcessState {
  form: 1
  /** Grows by one with every change; 0 before `opened`. */
  seq: number
  status: ApprovalState
  startedAt: number
  steps: ApprovalStep[]
  closedAt: number | null
  closedBy: string | null
  /** The last commands taken, oldest first. */
  requests: string[]
}

export type ApprovalEvent =
  | { is: 'opened'; at: number }
  | {
      is: 'decided'
      stepId: string
      verdict: Verdict
      remark: string | null
      by: string
      requestId: string
      at: number
    }
  | { is: 'delegated'; stepId: string; to: string; by: string; requestId: string; at: number }
  | { is: 'withdrawn'; by: string; requestId: string; at: number }
  | { is: 'clock'; at: number }
  | { is: 'notice_failed'; stepId: string; reason: string; at: number }

export type ApprovalEffect =
  | { do: 'remind' | 'escalate'; stepId: string; to: string[]; dueAt: number; key: string }
  | {
      do: 'conclude'
      verdict: 'approved' | 'rejected' | 'withdrawn'
      by: string | null
      remark: string | null
      at: number
      key: string
    }

type Result = Outcome<ApprovalProcessState, ApprovalEffect>
type Event<Is extends ApprovalEvent['is']> = Extract<ApprovalEvent, { is: Is }>

export const newApproval = (plan: ApprovalPlan): ApprovalProcessState => ({
  form: 1,
  seq: 0,
  status: 'waiting',
  startedAt: plan.startedAt,
  steps: plan.steps.map(step => ({
    ...step,
    openedAt: null,
    remindAt: null,
    dueAt: null,
    reminded: false,
    escalated: false,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    remark: null,
  })),
  closedAt: null,
  closedBy: null,
  requests: [],
})

/** Where we stand and what happened → where we stand now and what must be done. Total, never throws. */
export function stepApproval(terms: Terms, state: ApprovalProcessState, event: ApprovalEvent): Result {
  const still: Result = { state, effects: [], path: [] }
  if (event.is === 'notice_failed') return noticeFailed(state, event)
  if (!isApprovalOpen(state) || (event.is === 'opened') !== (state.seq === 0)) return still
  if (event.is === 'opened')
    return openGroup(terms, { ...state, seq: 1 }, event.at, [started(state, event.at)])
  if (event.is === 'clock') return timePassed(state, event.at)
  if (state.requests.includes(event.requestId)) return still
  const next = { ...state, seq: state.seq + 1, requests: remember(state.requests, event.requestId) }
  if (event.is === 'withdrawn')
    return close(next, 'withdrawn', event, null, [
      pathEvent({ kind: 'withdrawn', title: 'Документ отозван автором', at: event.at, by: event.by }),
    ])
  const step = currentSteps(state).find(({ stepId }) => stepId === event.stepId)
  if (!step) return still
  return event.is === 'decided' ? decide(terms, next, step, event) : delegate(next, step, event)
}

export const isApprovalOpen = (state: ApprovalProcessState): boolean =>
  afterApprovalMove(state.status, 'withdraw') !== undefined

/** The steps whose turn it is: opened, undecided, of an approval still waiting. */
export const currentSteps = (state: ApprovalProcessState): ApprovalStep[] =>
  isApprovalOpen(state) ? state.steps.filter(step => step.openedAt !== null && step.decision === null) : []

/** The nearest reminder or term of the current steps. */
export function nextApprovalTimer(state: ApprovalProcessState): DueTimer | null {
  const timers = currentSteps(state).flatMap(step => {
    const dueAt = !step.reminded ? (step.remindAt ?? step.dueAt) : !step.escalated ? step.dueAt : null
    return dueAt === null ? [] : [{ dueAt, summary: `Срок согласования: ${step.title}` }]
  })
  return timers.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null
}

/** Why a command on a step (or, without one, on the whole) is refused now; null when it may go on. A repeat may. */
export function refuseApproval(
  state: ApprovalProcessState,
  command: { requestId: string; stepId?: string; verdict?: Verdict; remark?: string | null },
): Refusal | null {
  if (state.requests.includes(command.requestId)) return null
  if (!isApprovalOpen(state))
    return refusal('ApprovalAlreadyDecided', { status: state.status, by: state.closedBy, at: state.closedAt })
  if (command.stepId === undefined) return null
  const step = state.steps.find(({ stepId }) => stepId === command.stepId)
  if (step?.decision)
    return refusal('ApprovalAlreadyDecided', {
      status: step.decision,
      by: step.decidedBy,
      at: step.decidedAt,
    })
  if (!step || step.openedAt === null) return refusal('NotYourStep')
  return command.verdict === 'reject' && !command.remark?.trim() ? refusal('RemarkRequired') : null
}

const started = (state: ApprovalProcessState, at: number): PathEvent =>
  pathEvent({
    kind: 'approval_started',
    title: 'Отправлено на согласование',
    at,
    data: { steps: state.steps.length },
  })

function decide(
  terms: Terms,
  state: ApprovalProcessState,
  step: ApprovalStep,
  event: Event<'decided'>,
): Result {
  const { verdict, by, at, remark } = event
  const decided = withStep(state, { ...step, decision: verdict, decidedBy: by, decidedAt: at, remark })
  const line = pathEvent({
    kind: verdict === 'approve' ? 'step_approved' : 'step_rejected',
    title: `${step.title}: ${verdict === 'approve' ? 'согласовано' : 'отклонено'}`,
    at,
    by,
    waitedMs: at - (step.openedAt ?? at),
    data: { stepId: step.stepId, role: step.role, remark },
  })
  if (verdict === 'reject') return close(decided, 'rejected', event, remark, [line])
  return currentSteps(decided).length > 0
    ? { state: decided, effects: [], path: [line] }
    : openGroup(terms, decided, at, [line], by)
}

function delegate(state: ApprovalProcessState, step: ApprovalStep, event: Event<'delegated'>): Result {
  const seats = [...new Set([event.to, ...step.seats])]
  return {
    state: withStep(state, { ...step, assigneeId: event.to, seats }),
    effects: [],
    path: [
      pathEvent({
        kind: 'step_delegated',
        title: `${step.title}: передано коллеге`,
        at: event.at,
        by: event.by,
        data: { stepId: step.stepId, to: event.to },
      }),
    ],
  }
}

/** Opens the first group that still has undecided steps; when there is none, all is approved. */
function openGroup(
  terms: Terms,
  state: ApprovalProcessState,
  at: number,
  path: PathEvent[],
  by: string | null = null,
): Result {
  const waiting = state.steps.filter(step => step.decision === null)
  const group = Math.min(...waiting.map(step => step.group))
  const opening = waiting.filter(step => step.group === group)
  if (opening.length === 0) return close(state, 'approved', { at, by }, null, path)
  const steps = state.steps.map(step =>
    opening.includes(step)
      ? {
          ...step,
          openedAt: at,
          remindAt: terms.after(at, Math.floor(step.termWorkingMinutes / 2)),
          dueAt: terms.after(at, step.termWorkingMinutes),
        }
      : step,
  )
  const lines = opening.map(({ stepId, title, role }) =>
    pathEvent({ kind: 'step_opened', title: `Ждёт решения: ${title}`, at, data: { stepId, role } }),
  )
  return { state: { ...state, steps }, effects: [], path: [...path, ...lines] }
}

function timePassed(state: ApprovalProcessState, at: number): Result {
  const effects: ApprovalEffect[] = []
  const path: PathEvent[] = []
  let steps = state.steps
  for (const step of currentSteps(state)) {
    const { stepId, title, dueAt } = step
    if (dueAt === null) continue
    const line = { at, waitedMs: at - (step.openedAt ?? at), data: { stepId } }
    if (!step.escalated && at >= dueAt) {
      const seats = [...new Set([...step.seats, ...step.escalateTo])]
      steps = steps.map(s => (s === step ? { ...step, reminded: true, escalated: true, seats } : s))
      effects.push({ do: 'escalate', stepId, to: step.escalateTo, dueAt, key: `escalate/${stepId}` })
      path.push(
        pathEvent({
          ...line,
          kind: 'step_escalated',
          title: `Срок истёк: ${title}. Решить может и руководитель`,
        }),
      )
    } else if (!step.reminded && at >= (step.remindAt ?? dueAt)) {
      steps = steps.map(s => (s === step ? { ...step, reminded: true } : s))
      effects.push({ do: 'remind', stepId, to: step.seats, dueAt, key: `remind/${stepId}` })
      path.push(
        pathEvent({ ...line, kind: 'step_reminded', title: `Напоминание: ${title}, прошла половина срока` }),
      )
    }
  }
  return steps === state.steps
    ? { state, effects: [], path: [] }
    : { state: { ...state, steps, seq: state.seq + 1 }, effects, path }
}

function close(
  state: ApprovalProcessState,
  status: 'approved' | 'rejected' | 'withdrawn',
  { at, by }: { at: number; by: string | null },
  remark: string | null,
  path: PathEvent[],
): Result {
  const title = { approved: 'Согласовано', rejected: 'Не согласовано', withdrawn: 'Согласование прекращено' }[
    status
  ]
  const line = pathEvent({ kind: `approval_${status}`, title, at, by, waitedMs: at - state.startedAt })
  return {
    state: { ...state, status, closedAt: at, closedBy: by },
    effects: [{ do: 'conclude', verdict: status, by, remark, at, key: 'conclude' }],
    path: [...path, line],
  }
}

const noticeFailed = (state: ApprovalProcessState, event: Event<'notice_failed'>): Result => ({
  state: { ...state, seq: state.seq + 1 },
  effects: [],
  path: [
    pathEvent({
      kind: 'notice_failed',
      title: 'Напоминание не доставлено',
      at: event.at,
      data: { stepId: event.stepId, reason: event.reason },
    }),
  ],
})

const withStep = (state: ApprovalProcessState, step: ApprovalStep): ApprovalProcessState => ({
  ...state,
  steps: state.steps.map(old => (old.stepId === step.stepId ? step : old)),
})
