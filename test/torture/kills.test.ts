import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMailServer, type MailServer } from '../world/a-mail-server.ts'
import { effectsOf, numbersOf, onceEach, pathOf, wholePath } from './accounts.ts'
import { strike } from './blow.ts'
import { type Callers, callersOf, untilSeen } from './caller.ts'
import { chance } from './chance.ts'
import { clientNumber } from './clients.ts'
import { aHouse, type House, type Part } from './house.ts'
import { losingAnswers } from './lost-answers.ts'
import { oneSale, sendForm } from './one-sale.ts'

/** TORTURE=20 tells twenty times as many sales, each with kills of its own. */
const seeds = Array.from({ length: Number(process.env.TORTURE ?? 1) }, (_, at) => at * 10)

let mail: MailServer
let house: House
let as: Callers
let clients = 0
let sales = 0
beforeAll(async () => {
  mail = await aMailServer()
  house = await aHouse({ smtpUrl: mail.url })
  as = callersOf(house)
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await mail?.close()
})

const aSale = (by = as) => oneSale({ house, as: by, mail, client: clientNumber(++clients) })

interface Torture {
  seed: number
  /** What is killed together. */
  parts: readonly Part[]
  /** In how many of the steps. */
  kills: number
}
/** One sale, with parts killed in the middle of some of its steps; where and when the seed says. */
async function tellSale({ seed, parts, kills }: Torture): Promise<void> {
  sales++
  const sale = aSale()
  const { below, some } = chance(seed)
  const struckSteps = some(sale.steps, kills)
  for (const step of sale.steps) {
    const blow = struckSteps.includes(step) ? strike(house, parts, below(5)) : null
    await step.run()
    await blow?.over()
  }
  await expectWhole(sale)
}

/** Everything that was begun has come to rest: nothing waits to be told, no letter to be sent. */
const atRest = (): Promise<unknown> =>
  untilSeen(house, async () => {
    const [row] = await house.sql<{ left: number }>(
      `select (select count(*) from outbox_message where sent_at is null)::int
         + (select count(*) from letter where status = 'waiting')::int as left`,
    )
    return row?.left === 0
  })

async function expectWhole({ client, dealId }: ReturnType<typeof oneSale>): Promise<void> {
  await atRest()
  expect(await effectsOf(house, client.inn)).toEqual(onceEach)
  expect(await pathOf(house, dealId())).toEqual({ stages: wholePath, doubled: [], backwards: [] })
  const letters = mail.letters.filter(({ to }) => to.includes(client.email))
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1)
}

describe('parts are killed in the middle of a sale, and the sale arrives', () => {
  it('P1 TE1 without a kill a sale leaves each effect once', () => tellSale({ seed: 0, parts: [], kills: 0 }))
  it('A2 P2 each answer of a process lost after its effect: the repeat is answered as the first, and nothing doubles', async () => {
    const forgetful = losingAnswers(house, as)
    sales++
    const sale = aSale(forgetful)
    for (const step of sale.steps) await step.run()
    await expectWhole(sale)
    const lost = aSale(forgetful)
    await lost.steps[0]?.run()
    const reason = { reason: 'Передумали' }
    expect(await lost.manager().command('lose', `/deals/${lost.dealId()}/lose`, reason)).toMatchObject({
      status: 'lost',
    })
  })
  it.each(seeds)('A1 TE1 the worker, at two points (seed %i)', seed =>
    tellSale({ seed, parts: ['worker'], kills: 2 }),
  )
  it.each(seeds)('A2 the server, at two points (seed %i)', seed =>
    tellSale({ seed: seed + 1, parts: ['server'], kills: 2 }),
  )
  it.each(seeds)('A3 the process engine (seed %i)', seed =>
    tellSale({ seed: seed + 2, parts: ['Temporal'], kills: 1 }),
  )
  it.each(seeds)('A4 the base (seed %i)', seed =>
    tellSale({ seed: seed + 3, parts: ['PostgreSQL'], kills: 1 }),
  )
  it.each(seeds)('A7 all parts at once (seed %i)', seed =>
    tellSale({ seed: seed + 5, parts: ['worker', 'server', 'Temporal', 'PostgreSQL'], kills: 1 }),
  )
})

describe('while a part is down', () => {
  it('A3 TE3 without the engine requests are taken, reads answer, commands say 503 and when to repeat; then all arrives', async () => {
    const sale = aSale()
    const until = sale.steps.findIndex(({ name }) => name === 'move')
    for (const step of sale.steps.slice(0, until)) await step.run()
    const manager = sale.manager()
    const address = `/deals/${sale.dealId()}`
    const release = house.killAndHold('Temporal')
    const client = clientNumber(++clients)
    expect((await sendForm(house, client)).status).toBe(202)
    expect((await manager.ask('GET', address)).status).toBe(200)
    const refused = await manager.ask('POST', `${address}/move`, { to: 'making_offer' }, sale.key('move'))
    expect(refused).toMatchObject({ status: 503, body: { code: 'EngineAway' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const ready = await fetch(`${house.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, away: expect.arrayContaining(['engine']) },
    ])
    await release()
    await sale.steps[until]?.run()
    const effects = await untilSeen(house, async () => {
      const seen = await effectsOf(house, client.inn)
      return seen.runningDeals === 1 && seen
    })
    expect(effects).toMatchObject({ companies: 1, contacts: 1, inquiries: 1, deals: 1 })
    expect((await pathOf(house, sale.dealId())).stages).toEqual(wholePath.slice(0, 3))
  })

  it('A4 without the base everything says 503 and when to repeat, nothing is half kept, and the repeat is taken once', async () => {
    const release = house.killAndHold('PostgreSQL')
    const client = clientNumber(++clients)
    const manager = await as('manager')
    for (const refused of [await sendForm(house, client), await manager.ask('GET', '/deals')]) {
      expect(refused).toMatchObject({ status: 503, body: { code: 'BaseAway' } })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    await release()
    const again = oneSale({ house, as, mail, client })
    await again.steps[0]?.run()
    expect(await effectsOf(house, client.inn)).toMatchObject({ companies: 1, inquiries: 1, deals: 1 })
  })
})

it('P8 F9 numbers of all sales stand without gap or double', async () => {
  const whole = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  for (const table of ['offer', 'invoice', 'contract'] as const)
    expect([table, await numbersOf(house, table)]).toEqual([table, whole(sales)])
  expect(await numbersOf(house, 'shipment')).toEqual(whole(2 * sales))
})
