import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RoleKey, roleSeats } from '#domain/access/seats.ts'
import { operations } from '#server/operations.ts'
import { aWorld, type World } from '../world/a-world.ts'
import { fingerprint } from './fingerprint.ts'
import { absentRecords, type Kind, type Records, recordsOf } from './records-of.ts'
import { queues, type Right, rights } from './rights-table.ts'

const canary = 'Кенарь'
const roles = Object.keys(roleSeats) as RoleKey[]
const seesAll = (role: RoleKey) => role === 'director' || role === 'admin'
const inQueue = (role: RoleKey, kind: Right['of']) => queues[kind as Kind]?.includes(role) ?? false
const hasDoor = ({ door }: Right, role: RoleKey) => door === 'all' || door.includes(role)

let world: World
let own: Records
let foreign: Records
const absent = absentRecords()
let before: Record<string, string>
beforeAll(async () => {
  world = await aWorld({ worker: false })
  own = await recordsOf(world, 'manager', 'Воробей')
  // Nobody stands above the director: these are nobody else's to see.
  foreign = await recordsOf(world, 'director', canary)
  await Promise.all(roles.map(role => world.as(role)))
  before = await fingerprint(world)
})
afterAll(() => world[Symbol.asyncDispose]())

type Operation = (typeof operations)[number]
const rightOf = ({ name }: Operation): Right => {
  const right = rights[name]
  if (!right) throw new Error(`${name} has no row in the table of rights`)
  return right
}

/** The operation asked by a person of the role about these records. */
async function ask(operation: Operation, role: RoleKey, records: Records) {
  const { of, body } = rightOf(operation)
  const id = of && of !== 'shared' ? records[of] : absent.companies
  const path = operation.path.replace('/api', '').replace(':id', id).replace(':command', 'nothing')
  const answer = await (await world.as(role)).ask(operation.method.toUpperCase(), path, {
    ...(operation.method === 'get' ? {} : { body: body?.(records) ?? {} }),
    version: 1,
  })
  const { ref: _, ...said } = answer.body
  return { status: answer.status, said }
}

it('D1 every address of the API has its row in the table of rights, and no row is left without an address', () => {
  expect(Object.keys(rights).toSorted()).toEqual(operations.map(({ name }) => name).toSorted())
})

it.each(operations.map(operation => [operation.name, operation] as const))(
  'D1 D3 %s: a closed door is 403, a foreign record is absent, and both leave everything as it was',
  async (_, operation) => {
    const right = rightOf(operation)
    for (const role of roles) {
      if (!hasDoor(right, role)) {
        for (const records of [own, foreign, absent])
          expect(await ask(operation, role, records), role).toMatchObject({
            status: 403,
            said: { code: 'Forbidden' },
          })
        continue
      }
      if (!right.of) continue
      const nothing = await ask(operation, role, absent)
      expect(nothing, role).toMatchObject({ status: 404, said: { code: 'NotFound' } })
      if (right.of === 'shared' || seesAll(role) || inQueue(role, right.of)) continue
      expect(await ask(operation, role, foreign), role).toEqual(nothing)
    }
  },
)

it('D3 nothing of all that was refused has changed anything', async () => {
  expect(await fingerprint(world)).toEqual(before)
})

describe('lists, boards, search and the day', () => {
  const lists = operations.filter(
    ({ method, path, name }) => method === 'get' && !path.includes(':') && name !== 'search',
  )
  /** Queues show the records of other managers to the role whose work they are. */
  const open: Partial<Record<string, readonly RoleKey[]>> = {
    listInvoices: ['accountant'],
    listPayments: ['accountant'],
    listDebts: ['accountant'],
    listRequests: ['warehouse'],
    listShipments: ['warehouse'],
    getToday: ['warehouse', 'accountant'],
  }

  /** Words of the product itself, the same for everybody. */
  const aboutNobody = ['listRoles', 'listApprovalRoutes']

  it.each(lists.map(operation => [operation.name, operation] as const))(
    'D2 %s: not a word nor an id of a foreign record, nor its number among the counted',
    async (name, { path }) => {
      const address = path.replace('/api', '')
      for (const role of roles.filter(one => !seesAll(one) && hasDoor(rights[name] as Right, one))) {
        if (open[name]?.includes(role)) continue
        const person = await world.as(role)
        const ids = encodeURIComponent(JSON.stringify({ id: Object.values(foreign) }))
        for (const query of ['', '?perPage=100', `?q=${canary}`, `?filter=${ids}`, '?order=desc']) {
          const { status, body } = await person.ask('GET', address + query)
          expect([200, 400], `${role} ${address}${query}`).toContain(status)
          const text = JSON.stringify(body)
          expect(text, role).not.toContain(canary)
          for (const id of Object.values(foreign)) expect(text, role).not.toContain(id)
          if (
            status === 200 &&
            !aboutNobody.includes(name) &&
            (query.includes('filter') || query.includes('q='))
          )
            expect(body.total ?? 0, `${role} ${address}${query}`).toBe(0)
        }
      }
    },
  )

  it('D2 search and files: nothing of what is foreign, in any spelling', async () => {
    for (const role of roles.filter(one => !seesAll(one))) {
      const person = await world.as(role)
      for (const q of [canary, 'кенар', 'rtyfhm'])
        expect(await person.get(`/search?q=${encodeURIComponent(q)}`), role).toEqual({ groups: [] })
      expect((await person.ask('GET', `/files/${foreign.files}`)).status, role).toBe(404)
    }
    expect(JSON.stringify(await (await world.as('director')).get(`/search?q=${canary}`))).toContain(canary)
  })

  it('D5 the warehouse sees its requests and not a price: no sums, no letters, no prices to sort or filter by', async () => {
    const warehouse = await world.as('warehouse')
    await world.sql(
      `insert into participation (id, seat_id, company_id, because, subject_type, subject_id, opened_at)
       values (gen_random_uuid(), ?, ?, 'request', 'request', ?, now())`,
      [roleSeats.warehouse, own.companies, own.requests],
    )
    expect(await warehouse.get(`/companies/${own.companies}`)).toMatchObject({ can: { edit: false } })
    const text = JSON.stringify([
      await warehouse.get('/department-requests'),
      await warehouse.get('/offerings'),
      await warehouse.get('/deals'),
      await warehouse.get(`/deals/${own.deals}`),
      await warehouse.get(`/companies/${own.companies}/card`),
      await warehouse.get('/today'),
    ])
    expect(text).toContain(canary)
    expect(text).not.toMatch(/489000|4242424242|"(amount|price|gross)Kopecks":\d/)
    expect((await warehouse.ask('GET', '/prices')).status).toBe(403)
    expect(await warehouse.list('letters')).toEqual([])
    expect((await warehouse.ask('GET', `/letters/${own.letters}`)).status).toBe(404)
  })
})

describe('one’s own', () => {
  const asked = operations.filter(operation => {
    const { of, door } = rightOf(operation)
    return of && of !== 'shared' && of !== 'payments' && (door === 'all' || door.includes('manager'))
  })

  it.each(asked.map(operation => [operation.name, operation] as const))(
    'D1 %s: the manager reaches his own record: never absent, never broken',
    async (_, operation) => {
      const { status } = await ask(operation, 'manager', own)
      // 503: these rows were written past their processes, so the engine knows none of them.
      const answers = rightOf(operation).anothers ? [403] : [200, 201, 409, 412, 422, 503]
      expect(answers).toContain(status)
    },
  )
})
