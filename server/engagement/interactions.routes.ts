import { z } from 'zod'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atLeast, atMost, oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { InteractionAnswer, InteractionPage, LogInteraction } from './engagement.contract.ts'
import { presentInteractions } from './engagement.presenter.ts'
import { logInteraction } from './log-interaction.ts'

const interactions: ListOf<Interaction> = {
  entity: Interaction,
  sort: { at: 'at' },
  defaultOrder: 'desc',
  filter: {
    companyId: sameId('companyId'),
    dealId: sameId('dealId'),
    contactId: sameId('contactId'),
    authorId: sameId('authorId'),
    kind: oneOrMany('kind'),
    direction: oneOrMany('direction'),
    from: atLeast('at', z.iso.datetime()),
    until: atMost('at', z.iso.datetime()),
  },
}

export const interactionOperations = [
  operation({
    name: 'listInteractions',
    method: 'get',
    path: '/api/interactions',
    summary: "What was said with the caller's clients",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: InteractionPage,
    handle: ({ em, query }) => listPage(em, interactions, query, rows => presentInteractions(em, rows)),
  }),
  operation({
    name: 'logInteraction',
    method: 'post',
    path: '/api/interactions',
    summary: 'Write down a call, letter, message, meeting or note, with the next step',
    via: 'transaction',
    may: 'signed_in',
    body: LogInteraction,
    answer: InteractionAnswer,
    status: 201,
    async handle(ctx) {
      const [answer] = await presentInteractions(ctx.em, [await logInteraction(ctx, ctx.body)])
      return answer as InteractionAnswer
    },
  }),
]
