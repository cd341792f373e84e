import { moneySight } from '#domain/access/roles.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { LetterAnswer, LetterPage } from './engagement.contract.ts'
import { presentLetters } from './engagement.presenter.ts'

/** Letters carry offers and invoices: whoever may not see sums sees no letters. */
export const mayReadLetters = (actor: Actor): boolean => moneySight(actor.roles).sums

const letters = (actor: Actor): ListOf<Letter> => ({
  entity: Letter,
  sort: { createdAt: 'createdAt', subject: 'subject', sentAt: 'sentAt' },
  defaultOrder: 'desc',
  ...(mayReadLetters(actor) ? {} : { where: { id: [] } }),
  filter: {
    companyId: sameId('companyId'),
    dealId: sameId('dealId'),
    status: oneOrMany('status'),
  },
  search: q => {
    const like = { $ilike: `%${q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` }
    return { $or: [{ subject: like }, { to: like }] }
  },
})

export const letterOperations = [
  operation({
    name: 'listLetters',
    method: 'get',
    path: '/api/letters',
    summary: "Letters to the caller's clients, sent or kept here",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: LetterPage,
    handle: ({ em, query, actor }) => listPage(em, letters(actor), query, rows => presentLetters(em, rows)),
  }),
  operation({
    name: 'getLetter',
    method: 'get',
    path: '/api/letters/:id',
    summary: 'One letter with its files',
    via: 'read',
    may: 'signed_in',
    answer: LetterAnswer,
    async handle({ em, params, actor }) {
      if (!mayReadLetters(actor)) throw fact('NotFound')
      const [answer] = await presentLetters(em, [await em.findOneOrFail(Letter, params.id ?? '')])
      return answer as LetterAnswer
    },
  }),
]
