import { describe, expect, it } from 'vitest'
import { compiled, TestDeal } from './deal-for-tests.ts'
import { funnelProgress } from './funnel-progress.ts'
import { wholesale } from './funnels/wholesale.ts'
import { projectDeal } from './project-deal.ts'

const HOUR = 3_600_000

/** Answered after an hour, back from the offer once, the terms skipped over nothing. */
function aDealOnItsWay() {
  const deal = new TestDeal(compiled(wholesale))
  deal.now = HOUR
  deal.hear('first_answer', { firstAnswered: true, linesCount: 1, contactKnown: true })
  deal.now = 3 * HOUR
  deal.move('making_offer')
  deal.now = 4 * HOUR
  deal.move('qualification')
  deal.now = 6 * HOUR
  deal.hear('offer_sent', { offerStatus: 'sent' })
  return deal
}

describe('how far a deal has come', () => {
  it('S-063 tells for each stage whether it is passed, when, and how long it took', () => {
    const deal = aDealOnItsWay()
    const progress = funnelProgress(deal.funnel, deal.path, 10 * HOUR)
    expect(progress.slice(0, 5)).toEqual([
      { stage: 'new_inquiry', state: 'passed', enteredAt: 0, leftAt: HOUR, ms: HOUR, visits: 1 },
      { stage: 'qualification', state: 'passed', enteredAt: HOUR, leftAt: 6 * HOUR, ms: 4 * HOUR, visits: 2 },
      { stage: 'making_offer', state: 'passed', enteredAt: 3 * HOUR, leftAt: 4 * HOUR, ms: HOUR, visits: 1 },
      { stage: 'agreeing_terms', state: 'now', enteredAt: 6 * HOUR, leftAt: null, ms: 4 * HOUR, visits: 1 },
      { stage: 'papers_and_contract', state: 'future', enteredAt: null, leftAt: null, ms: 0, visits: 0 },
    ])
  })

  it('S-063 the stays add up to the life of the deal', () => {
    const deal = aDealOnItsWay()
    const progress = funnelProgress(deal.funnel, deal.path, 10 * HOUR)
    expect(progress.reduce((sum, { ms }) => sum + ms, 0)).toBe(10 * HOUR)
  })

  it('marks the stages a lost deal never saw, and those it passed by', () => {
    const deal = new TestDeal(compiled(wholesale))
    deal.hear('first_answer', { firstAnswered: true })
    deal.hear('offer_sent', { offerStatus: 'sent' })
    deal.close('lost', 'дорого')
    const states = Object.fromEntries(
      funnelProgress(deal.funnel, deal.path, HOUR).map(({ stage, state }) => [stage, state]),
    )
    expect(states).toMatchObject({
      making_offer: 'skipped',
      agreeing_terms: 'passed',
      no_sale: 'now',
      sold: 'future',
    })
  })
})

describe('what the base keeps of a deal', () => {
  it('takes the nearest term of what is waited for, else the norm of the stage', () => {
    const deal = aDealOnItsWay()
    const projection = projectDeal(deal.state)
    expect(projection.nextDue).toBe(6 * HOUR + 960 * 60_000)
    expect(projection).toMatchObject({ stage: 'agreeing_terms', status: 'open', seq: deal.state.seq })
    expect(projectDeal(deal.close('lost')).nextDue).toBeNull()
  })
})
