import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMailServer, type MailServer } from '../world/a-mail-server.ts'
import { effectsOf, numbersOf, onceEach, pathOf, wholePath } from './accounts.ts'
import { type Callers, callersOf, untilSeen } from './caller.ts'
import { chance } from './chance.ts'
import { clientNumber } from './clients.ts'
import { aHouse, type House, type Part } from './house.ts'
import { oneSale } from './one-sale.ts'

let mail: MailServer
let house: House
let as: Callers
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

/** Kills in the middle of a step: at once, or when the base has told of so many changes. */
function strike(part: Part, afterChanges: number): { over(): Promise<void> } {
  let left = afterChanges
  let struck: Promise<void> | null = null
  const stop = house.hearing.onChange(() => {
    if (--left <= 0) hit()
  })
  const hit = () => {
    stop()
    struck ??= house.kill(part)
  }
  if (left === 0) hit()
  return {
    over() {
      hit()
      return struck as Promise<void>
    },
  }
}

/** One sale, with a part killed in the middle of so many of its steps; where and when the seed says. */
async function tellSale(seed: number, parts: readonly Part[], kills: number) {
  const client = clientNumber(++sales)
  const sale = oneSale({ house, as, mail, client })
  const { below, some } = chance(seed)
  const struckSteps = some(sale.steps, kills)
  for (const step of sale.steps) {
    const blow = struckSteps.includes(step) ? strike(parts[below(parts.length)] as Part, below(5)) : null
    await step.run()
    await blow?.over()
  }
  return { client, dealId: sale.dealId() }
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

async function expectWhole({ client, dealId }: Awaited<ReturnType<typeof tellSale>>): Promise<void> {
  await atRest()
  expect(await effectsOf(house, client.inn)).toEqual(onceEach)
  expect(await pathOf(house, dealId)).toEqual({ stages: wholePath, doubled: [], backwards: [] })
  const letters = mail.letters.filter(({ to }) => to.includes(client.email))
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1)
}

describe('a part is killed in the middle of a sale, and the sale arrives', () => {
  it('P1 TE1 without a kill the sale leaves each effect once', async () => {
    await expectWhole(await tellSale(0, [], 0))
  })
  it('A1 TE1 the worker, three times', async () => {
    await expectWhole(await tellSale(1, ['worker'], 3))
  })
  it('A2 the server, three times', async () => {
    await expectWhole(await tellSale(2, ['server'], 3))
  })
  it('A3 the process engine, twice', async () => {
    await expectWhole(await tellSale(3, ['Temporal'], 2))
  })
  it('A4 the base, twice', async () => {
    await expectWhole(await tellSale(4, ['PostgreSQL'], 2))
  })
})

it('P8 F9 numbers of all sales stand without gap or double', async () => {
  const whole = Array.from({ length: sales }, (_, at) => at + 1)
  for (const table of ['offer', 'invoice', 'contract'] as const)
    expect([table, await numbersOf(house, table)]).toEqual([table, whole])
  expect(await numbersOf(house, 'shipment')).toEqual(Array.from({ length: 2 * sales }, (_, at) => at + 1))
})
