import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlannedStep } from '#domain/approvals/approval-plan.ts'
import type { Terms } from '../shared/terms.ts'
import {
  type ApprovalEffect,
  type ApprovalEvent,
  type ApprovalProcessState,
  currentSteps,
  isApprovalOpen,
  newApproval,
  nextApprovalTimer,
  refuseApproval,
  stepApproval,
} from './approval.process.ts'
import { approvalRecord } from './approval-record.ts'

const MINUTE = 60_000
/** Works round the clock, so that a test can count. */
const terms: Terms = {
  after: (from, minutes) => from + minutes * MINUTE,
  between: (a, b) => (b - a) / MINUTE,
}
const aStep = (stepId: string, given: Partial<PlannedStep> = {}): PlannedStep => ({
  stepId,
  group: 0,
  role: 'lawyer',
  title: 'Юрист',
  assigneeId: 'larisa',
  seats: ['larisa', 'pyotr'],
  escalateTo: ['director'],
  termWorkingMinutes: 480,
  ...given,
})
const plan = (...steps: PlannedStep[]) =>
  newApproval({
    subject: { type: 'contract', id: 'c1' },
    dealId: null,
    authorId: 'vasily',
    steps,
    calendar: { hours: { start: '09:00', end: '18:00', zoneOffsetMinutes: 180 }, years: [], days: {} },
    startedAt: 0,
  })
const run = (state: ApprovalProcessState, ...events: ApprovalEvent[]) =>
  events.reduce(
    (all, event) => {
      const result = stepApproval(terms, all.state, event)
      return {
        state: result.state,
        effects: [...all.effects, ...result.effects],
        kinds: [...all.kinds, ...result.path.map(line => line.kind)],
      }
    },
    { state, effects: [] as ApprovalEffect[], kinds: [] as string[] },
  )
const opened = { is: 'opened', at: 0 } as const
const decided = (stepId: string, verdict: 'approve' | 'reject' = 'approve', at = MINUTE) =>
  ({
    is: 'decided',
    stepId,
    verdict,
    remark: verdict === 'reject' ? 'Нет приложения' : null,
    by: 'larisa',
    requestId: `${stepId}/${verdict}/${at}`,
    at,
  }) as const

describe('an approval', () => {
  it('asks the first group at once, the next when the first is done, and ends approved', () => {
    const { state, effects, kinds } = run(
      plan(aStep('lawyer'), aStep('director', { group: 1 })),
      opened,
      decided('lawyer'),
      decided('director', 'approve', 5 * MINUTE),
    )
    expect(state.status).toBe('approved')
    expect(kinds).toEqual([
      'approval_started',
      'step_opened',
      'step_approved',
      'step_opened',
      'step_approved',
      'approval_approved',
    ])
    expect(effects).toMatchObject([{ do: 'conclude', verdict: 'approved', by: 'larisa', key: 'conclude' }])
    expect(state.steps[1]?.dueAt).toBe(MINUTE + 480 * MINUTE)
  })

  it('waits for both of two steps side by side, in any order', () => {
    const both = plan(aStep('a'), aStep('b'))
    expect(run(both, opened, decided('b')).state.status).toBe('waiting')
    expect(run(both, opened, decided('b'), decided('a')).state.status).toBe('approved')
  })

  it('is approved at once by the rule when no step is asked for', () => {
    const { state, effects } = run(plan(), opened)
    expect(state.status).toBe('approved')
    expect(effects).toMatchObject([{ do: 'conclude', verdict: 'approved', by: null }])
  })

  it('ends with the first rejection, whatever the others would say', () => {
    const { state, effects } = run(plan(aStep('a'), aStep('b')), opened, decided('a', 'reject'), decided('b'))
    expect(state).toMatchObject({ status: 'rejected', closedBy: 'larisa' })
    expect(effects).toMatchObject([{ verdict: 'rejected', remark: 'Нет приложения' }])
    expect(state.steps[1]?.decision).toBeNull()
  })

  it('refuses a rejection without words', () => {
    const { state } = run(plan(aStep('a')), opened)
    const reject = { requestId: 'r', stepId: 'a', verdict: 'reject' } as const
    expect(refuseApproval(state, { ...reject, remark: '  ' })).toEqual({ code: 'RemarkRequired', params: {} })
    expect(refuseApproval(state, { ...reject, remark: 'Почему' })).toBeNull()
  })

  it('A3 of two decisions takes the first, and tells the second by whom and when', () => {
    const { state } = run(plan(aStep('a')), opened, decided('a'))
    expect(
      refuseApproval(state, { requestId: 'other', stepId: 'a', verdict: 'reject', remark: 'нет' }),
    ).toEqual({
      code: 'ApprovalAlreadyDecided',
      params: { status: 'approved', by: 'larisa', at: MINUTE },
    })
    const open = run(plan(aStep('a'), aStep('b')), opened, decided('a')).state
    expect(refuseApproval(open, { requestId: 'other', stepId: 'a', verdict: 'approve' })).toMatchObject({
      code: 'ApprovalAlreadyDecided',
      params: { status: 'approve' },
    })
  })

  it('refuses a step whose group is not reached, and one that does not exist', () => {
    const { state } = run(plan(aStep('a'), aStep('later', { group: 1 })), opened)
    expect(refuseApproval(state, { requestId: 'r', stepId: 'later', verdict: 'approve' })?.code).toBe(
      'NotYourStep',
    )
    expect(refuseApproval(state, { requestId: 'r', stepId: 'none', verdict: 'approve' })?.code).toBe(
      'NotYourStep',
    )
  })

  it('reminds at half of the term and hands over at its end, each once', () => {
    const half = { is: 'clock', at: 240 * MINUTE } as const
    const end = { is: 'clock', at: 480 * MINUTE } as const
    const { state, effects } = run(plan(aStep('a')), opened, half, half, end, end)
    expect(effects).toMatchObject([
      { do: 'remind', to: ['larisa', 'pyotr'], key: 'remind/a' },
      { do: 'escalate', to: ['director'], key: 'escalate/a' },
    ])
    expect(state.steps[0]?.seats).toEqual(['larisa', 'pyotr', 'director'])
    expect(nextApprovalTimer(state)).toBeNull()
  })

  it('hands over without a reminder when both terms ran out while the engine was down', () => {
    expect(run(plan(aStep('a')), opened, { is: 'clock', at: 900 * MINUTE }).effects).toMatchObject([
      { do: 'escalate' },
    ])
  })

  it('lets a colleague decide after a delegation, and the others still', () => {
    const { state, kinds } = run(plan(aStep('a')), opened, {
      is: 'delegated',
      stepId: 'a',
      to: 'olga',
      by: 'larisa',
      requestId: 'd',
      at: MINUTE,
    })
    expect(state.steps[0]).toMatchObject({ assigneeId: 'olga', seats: ['olga', 'larisa', 'pyotr'] })
    expect(kinds.at(-1)).toBe('step_delegated')
  })

  it('ends when the author takes the document back', () => {
    const { state, effects } = run(plan(aStep('a')), opened, {
      is: 'withdrawn',
      by: 'vasily',
      requestId: 'w',
      at: 2,
    })
    expect(state.status).toBe('withdrawn')
    expect(effects).toMatchObject([{ do: 'conclude', verdict: 'withdrawn', by: 'vasily' }])
    expect(currentSteps(state)).toEqual([])
  })

  it('leaves a line in the path when a reminder could not be delivered, even after the end', () => {
    const { kinds } = run(plan(), opened, { is: 'notice_failed', stepId: 'a', reason: 'mail is away', at: 3 })
    expect(kinds.at(-1)).toBe('notice_failed')
  })
})

describe('whatever comes, in whatever order', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'none')
  const at = fc.integer({ min: 0, max: 3_000 * MINUTE })
  const requestId = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5')
  const by = fc.constantFrom('larisa', 'pyotr')
  const anEvent: fc.Arbitrary<ApprovalEvent> = fc.oneof(
    fc.record({ is: fc.constant('opened' as const), at }),
    fc.record({ is: fc.constant('clock' as const), at }),
    fc.record({
      is: fc.constant('decided' as const),
      stepId: ids,
      verdict: fc.constantFrom('approve' as const, 'reject' as const),
      remark: fc.option(fc.string()),
      by,
      requestId,
      at,
    }),
    fc.record({ is: fc.constant('delegated' as const), stepId: ids, to: by, by, requestId, at }),
    fc.record({ is: fc.constant('withdrawn' as const), by, requestId, at }),
  )
  const aPlan = fc
    .array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 })
    .map(groups =>
      plan(
        ...groups
          .toSorted()
          .map((group, i) => aStep('abc'[i] ?? '', { group, termWorkingMinutes: 60 * (i + 1) })),
      ),
    )
  const stories = fc.tuple(aPlan, fc.array(anEvent, { maxLength: 25, size: 'max' }))

  it('an approval concludes at most once, ends closed, counts each change by one and gives each key once', () => {
    fc.assert(
      fc.property(stories, ([start, events]) => {
        let state = start
        const keys: string[] = []
        const records: string[] = []
        for (const event of [opened, ...events]) {
          const result = stepApproval(terms, state, event)
          const changed = result.state !== state
          expect(result.state.seq).toBe(state.seq + (changed ? 1 : 0))
          if (!isApprovalOpen(state)) expect(changed).toBe(false)
          if (changed) {
            const record = approvalRecord('x', { ...result, event })
            records.push(record.key)
            expect(JSON.parse(JSON.stringify(record))).toEqual(record)
          } else expect([...result.effects, ...result.path]).toEqual([])
          keys.push(...result.effects.map(effect => effect.key))
          state = result.state
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(records).size).toBe(records.length)
        expect(keys.filter(key => key === 'conclude').length).toBe(isApprovalOpen(state) ? 0 : 1)
        if (state.status === 'approved')
          expect(state.steps.every(step => step.decision === 'approve')).toBe(true)
        if (isApprovalOpen(state)) expect(currentSteps(state).length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a repeated request changes nothing', () => {
    fc.assert(
      fc.property(stories, ([start, events]) => {
        const { state } = run(start, opened, ...events)
        for (const event of events)
          if ('requestId' in event && state.requests.includes(event.requestId))
            expect(stepApproval(terms, state, event).state).toBe(state)
      }),
      { numRuns: 1_000 },
    )
  })

  it('what the validator lets in moves the process, what it refuses does not', () => {
    fc.assert(
      fc.property(stories, anEvent, ([start, events], event) => {
        const { state } = run(start, opened, ...events)
        if (!('requestId' in event) || state.requests.includes(event.requestId)) return
        const refused = refuseApproval(state, event)
        if (refused?.code === 'RemarkRequired') return
        expect(stepApproval(terms, state, event).state === state).toBe(refused !== null)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a timer that fires moves on: no deadline is met twice', () => {
    fc.assert(
      fc.property(stories, ([start, events]) => {
        let { state } = run(start, opened, ...events)
        for (let timer = nextApprovalTimer(state), fired = 0; timer; timer = nextApprovalTimer(state)) {
          expect(fired++).toBeLessThan(10)
          state = stepApproval(terms, state, { is: 'clock', at: timer.dueAt }).state
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
