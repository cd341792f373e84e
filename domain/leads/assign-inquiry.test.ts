import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignInquiry, type ManagerAtHand } from './assign-inquiry.ts'

const at = (id: string, rest: Partial<ManagerAtHand> = {}): ManagerAtHand => ({
  ...{ id, atWork: true, lastAssignedAt: null, load: 0 },
  ...rest,
})
const manager = fc.record({
  id: fc.uuid(),
  atWork: fc.boolean(),
  lastAssignedAt: fc.option(fc.nat(1e9)),
  load: fc.nat(50),
})
const managers = fc.uniqueArray(manager, { selector: ({ id }) => id, maxLength: 9 })

describe('S-034 a new inquiry gets its manager', () => {
  it('S-035 the client’s own manager comes first, even one who is away', () => {
    const managers = [at('Мария'), at('Василий', { atWork: false })]
    expect(assignInquiry({ clientOwnerId: 'Василий', managers, headId: 'РОП' })).toEqual({
      ownerId: 'Василий',
      rule: 'own_client',
      ruleTitle: 'Клиент этого менеджера',
    })
  })

  it('a new client goes to who has waited longest, then to who has less to do', () => {
    const give = (...managers: ManagerAtHand[]) =>
      assignInquiry({ clientOwnerId: null, managers, headId: 'РОП' }).ownerId
    expect(give(at('А', { lastAssignedAt: 20 }), at('Б', { lastAssignedAt: 10, load: 9 }))).toBe('Б')
    expect(give(at('А', { lastAssignedAt: 20 }), at('Б'))).toBe('Б')
    expect(give(at('А', { load: 3 }), at('Б', { load: 2 }))).toBe('Б')
    expect(give(at('А', { atWork: false }), at('Б', { lastAssignedAt: 20 }))).toBe('Б')
  })

  it('with no one at work the head has it', () => {
    const none = [at('А', { atWork: false })]
    expect(assignInquiry({ clientOwnerId: null, managers: none, headId: 'РОП' })).toMatchObject({
      ownerId: 'РОП',
      rule: 'head_no_one_at_work',
    })
  })

  it('never chooses someone away while anyone is at work, whatever the order of the list', () => {
    fc.assert(
      fc.property(managers, list => {
        const chosen = assignInquiry({ clientOwnerId: null, managers: list, headId: 'head' })
        const working = list.filter(one => one.atWork).map(one => one.id)
        expect(working.length ? working : ['head']).toContain(chosen.ownerId)
        expect(assignInquiry({ clientOwnerId: null, managers: list.toReversed(), headId: 'head' })).toEqual(
          chosen,
        )
      }),
    )
  })

  it('shares evenly: after any number of inquiries nobody is more than one ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(60), (people, inquiries) => {
        const crew = Array.from({ length: people }, (_, n) => at(`m${n}`))
        const given = new Map(crew.map(({ id }) => [id, 0]))
        for (let now = 1; now <= inquiries; now++) {
          const { ownerId } = assignInquiry({ clientOwnerId: null, managers: crew, headId: 'head' })
          given.set(ownerId, (given.get(ownerId) ?? 0) + 1)
          const chosen = crew.find(({ id }) => id === ownerId)
          if (chosen) chosen.lastAssignedAt = now
        }
        const counts = [...given.values()]
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
