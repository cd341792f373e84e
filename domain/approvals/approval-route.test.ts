import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSteps, type RouteFacts } from './approval-route.ts'
import { contractRoute, defaultLimits, invoiceRoute, offerRoute } from './approval-routes.ts'

const seat = (id: string, above: string[] = []) => ({
  assigneeId: id,
  seats: [id, `${id}-stand-in`],
  escalateTo: above,
})
const facts = (given: Partial<RouteFacts> = {}): RouteFacts => ({
  authorId: 'vasily',
  amountKopecks: 24_000_000n,
  maxDiscountPercent: '0',
  seats: {
    head_of_author: seat('head', ['director']),
    director: seat('director'),
    lawyer: seat('lawyer', ['director']),
    accountant: seat('accountant', ['director']),
  },
  ...given,
})
const ids = () => {
  let n = 0
  return () => `step-${++n}`
}
const rolesOf = (plan: ReturnType<typeof planSteps>) =>
  'nobody' in plan ? plan : plan.map(({ group, role }) => `${group}:${role}`)

describe('the route of an approval', () => {
  it('asks nobody for a discount within the manager’s limit', () => {
    expect(planSteps(offerRoute(defaultLimits), facts({ maxDiscountPercent: '5' }), ids())).toEqual([])
  })

  it('asks the head above the manager’s limit, and then the director above the head’s', () => {
    const route = offerRoute(defaultLimits)
    expect(rolesOf(planSteps(route, facts({ maxDiscountPercent: '5.01' }), ids()))).toEqual(['0:head'])
    expect(rolesOf(planSteps(route, facts({ maxDiscountPercent: '15.5' }), ids()))).toEqual([
      '0:head',
      '1:director',
    ])
  })

  it('asks the director for an invoice or a contract only above the sum', () => {
    const large = facts({ amountKopecks: 100_000_001n })
    expect(
      rolesOf(planSteps(invoiceRoute(defaultLimits), facts({ amountKopecks: 50_000_000n }), ids())),
    ).toEqual(['0:accountant'])
    expect(rolesOf(planSteps(invoiceRoute(defaultLimits), large, ids()))).toEqual([
      '0:accountant',
      '1:director',
    ])
    expect(rolesOf(planSteps(contractRoute(defaultLimits), large, ids()))).toEqual(['0:lawyer', '1:director'])
  })

  it('numbers the groups without gaps when a group asks for nobody', () => {
    const route = offerRoute({ ...defaultLimits, managerDiscountPercent: '50' })
    expect(rolesOf(planSteps(route, facts({ maxDiscountPercent: '20' }), ids()))).toEqual(['0:director'])
  })

  it('never lets the author decide on the own document: the stand-in does, else those above', () => {
    const own = facts({ authorId: 'head', maxDiscountPercent: '10' })
    expect(planSteps(offerRoute(defaultLimits), own, ids())).toMatchObject([
      { assigneeId: null, seats: ['head-stand-in'] },
    ])
    const alone = {
      ...own,
      seats: {
        ...own.seats,
        head_of_author: { assigneeId: 'head', seats: ['head'], escalateTo: ['director'] },
      },
    }
    expect(planSteps(offerRoute(defaultLimits), alone, ids())).toMatchObject([
      { assigneeId: null, seats: ['director'] },
    ])
  })

  it('says which role has nobody', () => {
    expect(planSteps(contractRoute(defaultLimits), facts({ seats: {} }), ids())).toEqual({ nobody: 'lawyer' })
  })

  it('plans steps of unique ids, rising groups and seats without the author, whatever the document', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('vasily', 'head', 'director', 'lawyer', 'accountant'),
        fc.constantFrom(offerRoute, invoiceRoute, contractRoute),
        (amountKopecks, hundredths, authorId, route) => {
          const maxDiscountPercent = (hundredths / 100).toFixed(2)
          const plan = planSteps(
            route(defaultLimits),
            facts({ amountKopecks, maxDiscountPercent, authorId }),
            ids(),
          )
          if ('nobody' in plan) return
          expect(new Set(plan.map(step => step.stepId)).size).toBe(plan.length)
          expect(plan.map(step => step.group)).toEqual(plan.map(step => step.group).toSorted((a, b) => a - b))
          for (const step of plan) {
            expect(step.seats.length).toBeGreaterThan(0)
            expect([...step.seats, ...step.escalateTo, step.assigneeId]).not.toContain(authorId)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
