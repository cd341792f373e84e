import { moneySight } from '#domain/access/roles.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { flag, oneOrMany, sameId } from '../shared/filters.ts'
import type { ListOf } from '../shared/list.ts'
import { recordsFound } from '../shared/search.ts'

/** What the list of deals offers. Those with few rows say whose rows they want: the policy alone walks the whole index. */
export const dealsList = (actor: Actor): ListOf<Deal> => ({
  entity: Deal,
  sort: {
    createdAt: 'createdAt',
    title: 'title',
    stage: 'stage',
    stageSince: 'stageSince',
    nextDue: 'nextDue',
    ...(moneySight(actor.roles).sums ? { amountKopecks: 'amountKopecks' as const } : {}),
    closedAt: 'closedAt',
  },
  defaultOrder: 'desc',
  filter: {
    stage: oneOrMany('stage'),
    status: oneOrMany('status'),
    ownerId: sameId('ownerId'),
    companyId: sameId('companyId'),
    overdue: flag('overdue'),
    mine: given => (given === true ? ({ ownerId: actor.id } as never) : ({} as never)),
    noStep: given => (given === true ? ({ nextStepText: null } as never) : ({} as never)),
  },
  search: (q, em) => recordsFound(em, q, { deals: 'id', companies: 'companyId', contacts: 'companyId' }),
})
