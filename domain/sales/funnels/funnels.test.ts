import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compileFunnel } from '../compile-funnel.ts'
import type { DealEventKey } from '../deal-events.ts'
import type { DealFacts } from '../deal-facts.ts'
import { compiled, TestDeal } from '../deal-for-tests.ts'
import { service } from './service.ts'
import { wholesale } from './wholesale.ts'

const MINUTE = 60_000

describe('the two funnels the product comes with', () => {
  it.each([
    ['wholesale', wholesale],
    ['service', service],
  ])('S-059 %s compiles and the normal form compiles to itself', (_, definition) => {
    const funnel = compiled(definition)
    expect(compileFunnel(JSON.parse(JSON.stringify(funnel)))).toEqual({ ok: true, funnel })
  })

  it('S-057 a wholesale deal goes from the inquiry to a win by its own rules', () => {
    const deal = new TestDeal(compiled(wholesale))
    const stages: string[] = []
    const hear = (event: DealEventKey, facts: DealFacts, data = {}) => {
      deal.hear(event, facts, data)
      stages.push(deal.state.stage)
    }
    hear('first_answer', { firstAnswered: true })
    hear('lines_changed', { linesCount: 1, contactKnown: true })
    deal.move('making_offer')
    hear('offer_sent', { offerStatus: 'sent' })
    hear('offer_accepted', { offerStatus: 'accepted' })
    hear('invoice_issued', { invoiceStatus: 'issued' })
    hear('invoice_paid', { invoiceStatus: 'paid', fullyPaid: true })
    hear('request_done', { requestStatus: 'done', shipped: true })
    hear('task_done', { checkCallDone: true }, { kind: 'check_call' })
    const { stage, status } = deal.state
    expect({ stage, status }).toEqual({ stage: 'sold', status: 'won' })
    expect(stages).toEqual([
      ...['qualification', 'qualification', 'agreeing_terms', 'papers_and_contract', 'awaiting_payment'],
      ...['being_shipped', 'check_up', 'sold'],
    ])
    expect(deal.done.map(({ action }) => action)).toEqual([
      'create_invoice',
      'request_shipment',
      'create_task',
    ])
  })

  it('S-045 the head is warned before the term of the first answer runs out, and told when it has', () => {
    const deal = new TestDeal(compiled(wholesale))
    deal.clock(44 * MINUTE)
    expect(deal.done).toEqual([])
    deal.clock(45 * MINUTE)
    expect(deal.done.map(({ action }) => action)).toEqual(['warn_head'])
    deal.clock(60 * MINUTE)
    expect(deal.done.map(({ rule }) => rule)).toEqual([
      'first_answer_warning',
      'first_answer_breach',
      'first_answer_breach',
    ])
    expect(deal.state.overdue).toBe(true)
  })

  it('S-045 nobody is warned of a client who was answered', () => {
    const deal = new TestDeal(compiled(wholesale))
    deal.hear('first_answer', { firstAnswered: true })
    deal.clock(60 * MINUTE)
    expect(deal.done).toEqual([])
  })

  it('S-058 the manager sees what is missing for the next stage and what repairs it', () => {
    const deal = new TestDeal(compiled(wholesale))
    deal.hear('first_answer', { firstAnswered: true })
    expect(deal.state.missing.map(({ fact, remedy }) => [fact, remedy])).toEqual([
      ['linesCount', 'set_lines'],
      ['contactKnown', 'add_contact'],
    ])
  })

  it('an offer without an answer for two working days becomes a task, an answered one does not', () => {
    const deal = new TestDeal(compiled(wholesale))
    deal.hear('first_answer', { firstAnswered: true, linesCount: 2, contactKnown: true })
    deal.hear('offer_sent', { offerStatus: 'sent' })
    expect(deal.state.stage).toBe('agreeing_terms')
    expect(deal.state.waits).toMatchObject([{ key: 'client_answer', who: 'client', due: 960 * MINUTE }])
    deal.clock(960 * MINUTE)
    expect(deal.done.map(({ action }) => action)).toEqual(['create_task'])
  })

  it('a service deal runs on other stages by the same code', () => {
    const deal = new TestDeal(compiled(service))
    deal.hear('first_answer', { firstAnswered: true })
    deal.hear('offer_accepted', { offerStatus: 'accepted' })
    deal.hear('invoice_paid', { fullyPaid: true, invoiceStatus: 'paid' })
    deal.hear('task_done', {}, { kind: 'work' })
    expect(deal.state.status).toBe('won')
  })

  it('no stage of them is named in the code of processes, activities, server or screens', () => {
    const keys = [wholesale, service].flatMap(({ stages }) => stages.map(({ key }) => key))
    const named = new RegExp(`['"\`](?:${keys.join('|')})['"\`]`)
    expect(named.test(`if (state.stage === '${keys[4]}')`)).toBe(true)
    const files = ['workflows', 'activities', 'server', 'admin-ui/src'].flatMap(sources)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(file => named.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

function sources(room: string): string[] {
  const root = fileURLToPath(new URL(`../../../${room}`, import.meta.url))
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map(name => join(root, name))
}
