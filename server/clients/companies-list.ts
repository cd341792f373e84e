import { Company } from '#domain/clients/company.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { oneOrMany, sameId } from '../shared/filters.ts'
import type { ListOf } from '../shared/list.ts'
import { searchRecords } from '../shared/search.ts'

/** What the list of clients offers. `q` finds a client by itself and by its people. */
export const companiesList = (actor: Actor): ListOf<Company> => ({
  entity: Company,
  sort: {
    name: 'name',
    createdAt: 'createdAt',
    lastContactAt: 'lastContactAt',
    lastPurchaseAt: 'lastPurchaseAt',
    status: 'status',
    class: 'class',
  },
  filter: {
    ownerId: sameId('ownerId'),
    status: oneOrMany('status'),
    class: oneOrMany('class'),
    inn: oneOrMany('inn'),
    mine: given => (given === true ? ({ ownerId: actor.id } as never) : ({} as never)),
  },
  search: async (q, em) => {
    const found = await searchRecords(em, q, ['companies', 'contacts'])
    return { id: [...new Set(found.map(row => row.company_id))] }
  },
})
