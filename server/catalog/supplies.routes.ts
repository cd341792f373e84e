import type { EntityManager } from '@mikro-orm/postgresql'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Supply } from '#domain/catalog/supply.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { addQuantity } from '#domain/shared/quantity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atLeast, flag, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { mustBeFresh } from '../shared/stale.ts'
import { ChangeSupply, CreateSupply, SupplyAnswer, SupplyPage } from './catalog.contract.ts'
import { mayEnterSupplies } from './catalog.policy.ts'

const supplies: ListOf<Supply> = {
  entity: Supply,
  sort: { date: 'date' },
  filter: { offeringId: sameId('offeringId'), arrived: flag('arrived'), from: atLeast('date') },
}

async function present(em: EntityManager, rows: readonly Supply[], actor: Actor): Promise<SupplyAnswer[]> {
  const offerings = await em.find(Offering, { id: [...new Set(rows.map(row => row.offeringId))] })
  const names = new Map(offerings.map(one => [one.id, one.name]))
  return rows.map(row => ({
    id: row.id,
    offeringId: row.offeringId,
    offeringName: names.get(row.offeringId) ?? '',
    date: row.date,
    quantity: addQuantity(row.quantity, '0'),
    note: row.note ?? null,
    arrived: row.arrived,
    version: row.version,
    can: { edit: mayEnterSupplies(actor) && !row.arrived },
  }))
}
const presentOne = async (em: EntityManager, row: Supply, actor: Actor): Promise<SupplyAnswer> => {
  const [answer] = await present(em, [row], actor)
  return answer as SupplyAnswer
}

export const supplyOperations = [
  operation({
    name: 'listSupplies',
    method: 'get',
    path: '/api/supplies',
    summary: 'Goods expected on a date',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: SupplyPage,
    handle: ({ em, query, actor }) => listPage(em, supplies, query, rows => present(em, rows, actor)),
  }),
  operation({
    name: 'getSupply',
    method: 'get',
    path: '/api/supplies/:id',
    summary: 'One supply',
    via: 'read',
    may: 'signed_in',
    answer: SupplyAnswer,
    handle: async ({ em, params, actor }) =>
      presentOne(em, await em.findOneOrFail(Supply, params.id ?? ''), actor),
  }),
  operation({
    name: 'createSupply',
    method: 'post',
    path: '/api/supplies',
    summary: 'Say that goods are expected',
    via: 'transaction',
    may: ['warehouse', 'head', 'director', 'admin'],
    body: CreateSupply,
    answer: SupplyAnswer,
    status: 201,
    async handle({ em, body, actor, world, now }) {
      const offering = await em.findOne(Offering, body.offeringId)
      if (!offering) throw fact('OfferingUnknown', { value: body.offeringId })
      const supply = em.create(Supply, {
        id: world.ids(),
        offeringId: offering.id,
        date: body.date,
        quantity: body.quantity,
        note: body.note ?? null,
        enteredBy: actor.id,
        updatedAt: now,
      })
      await em.flush()
      return presentOne(em, supply, actor)
    },
  }),
  operation({
    name: 'changeSupply',
    method: 'patch',
    path: '/api/supplies/:id',
    summary: 'Another date or quantity, or it has arrived',
    via: 'transaction',
    may: ['warehouse', 'head', 'director', 'admin'],
    body: ChangeSupply,
    answer: SupplyAnswer,
    async handle({ em, params, body, actor, expectedVersion, now }) {
      const supply = await em.findOneOrFail(Supply, params.id ?? '')
      mustBeFresh(supply, expectedVersion)
      if (body.date !== undefined) supply.date = body.date
      if (body.quantity !== undefined) supply.quantity = body.quantity
      if (body.note !== undefined) supply.note = body.note
      if (body.arrived !== undefined) supply.arrived = body.arrived
      supply.updatedAt = now
      await em.flush()
      return presentOne(em, supply, actor)
    },
  }),
]
