import { Contract } from '#domain/documents/contract.entity.ts'
import { documentContent } from '#domain/documents/document-content.entity.ts'
import { yearOf } from '#domain/shared/civil-date.ts'
import { fact } from '#domain/shared/fact.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import {
  ChangeContract,
  ContractAnswer,
  ContractPage,
  CreateContract,
  PreviewAnswer,
} from './documents.contract.ts'
import { mayReadContract } from './documents.policy.ts'
import { presentContracts } from './documents.presenter.ts'
import { contractsList } from './documents-lists.ts'
import { dealForPaper, paperAtHand } from './paper-at-hand.ts'
import { previewPaper, printPaper } from './print-paper.ts'
import { tellDeal } from './tell-deal.ts'

/** The contract as it stands now, for its answer. */
export async function contractAnswer({ em, actor }: Context, contract: Contract): Promise<ContractAnswer> {
  await em.flush()
  const [answer] = await presentContracts(em, [contract], actor)
  return answer as ContractAnswer
}

export const contractOperations = [
  operation({
    name: 'listContracts',
    method: 'get',
    path: '/api/contracts',
    summary: 'Contracts the caller may see',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ContractPage,
    handle: ({ em, query, actor }) =>
      listPage(em, contractsList, query, rows => presentContracts(em, rows, actor)),
  }),
  operation({
    name: 'getContract',
    method: 'get',
    path: '/api/contracts/:id',
    summary: 'One contract',
    via: 'read',
    may: 'signed_in',
    answer: ContractAnswer,
    handle: async ctx => contractAnswer(ctx, await ctx.em.findOneOrFail(Contract, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createContract',
    method: 'post',
    path: '/api/contracts',
    summary: 'Draft a contract of supply with the deal’s lines as its specification',
    via: 'transaction',
    may: ['manager', 'head', 'director'],
    body: CreateContract,
    answer: ContractAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, world, actor, now } = ctx
      const deal = await dealForPaper(ctx, body.dealId)
      const content = await documentContent(em, { dealId: deal.id, now })
      const validFrom = body.validFrom ?? content.today
      const contract = em.create(Contract, {
        id: world.ids(),
        createdAt: now,
        companyId: deal.companyId,
        dealId: deal.id,
        authorId: actor.id,
        status: 'draft',
        validFrom,
        validUntil: body.validUntil ?? `${yearOf(validFrom)}-12-31`,
        subject: body.subject ?? 'Поставка товаров по спецификации',
        buyer: content.buyer,
        lines: content.lines,
        grossKopecks: content.grossKopecks,
        vatKopecks: content.vatKopecks,
      })
      mustBeInOrder(contract)
      await tellDeal(ctx, deal.id, { event: 'facts_changed', data: {}, facts: { contractStatus: 'draft' } })
      return contractAnswer(ctx, contract)
    },
  }),
  operation({
    name: 'changeContract',
    method: 'patch',
    path: '/api/contracts/:id',
    summary: 'Change a draft',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeContract,
    answer: ContractAnswer,
    async handle(ctx) {
      const { subject, validFrom, validUntil } = ctx.body
      const { paper: contract } = await paperAtHand(ctx, 'contract', { fresh: true })
      if (contract.status !== 'draft') throw fact('ContractNotDraft')
      if (subject !== undefined) contract.subject = subject
      if (validFrom !== undefined) contract.validFrom = validFrom
      if (validUntil !== undefined) contract.validUntil = validUntil
      mustBeInOrder(contract)
      // A printed draft would show what the contract no longer says.
      contract.fileId = null
      return contractAnswer(ctx, contract)
    },
  }),
  operation({
    name: 'renderContract',
    method: 'post',
    path: '/api/contracts/:id/render',
    summary: 'Print the contract as it stands and keep the file',
    via: 'process',
    may: 'signed_in',
    answer: ContractAnswer,
    async handle(ctx) {
      const { em, params } = ctx
      const id = params.id ?? ''
      await em.transactional(inside =>
        paperAtHand({ ...ctx, em: inside }, 'contract', { may: mayReadContract }),
      )
      await printPaper(ctx, 'contract', id)
      return em.transactional(async inside =>
        contractAnswer({ ...ctx, em: inside }, await inside.findOneOrFail(Contract, id)),
      )
    },
  }),
  operation({
    name: 'previewContract',
    method: 'get',
    path: '/api/contracts/:id/preview',
    summary: 'The contract as a page',
    via: 'read',
    may: ['manager', 'head', 'director', 'lawyer', 'accountant', 'admin'],
    answer: PreviewAnswer,
    handle: ctx => previewPaper(ctx, 'contract', ctx.params.id ?? ''),
  }),
]

/** @throws Fact TermEndsBeforeItBegins */
function mustBeInOrder({ validFrom, validUntil }: Contract): void {
  if (validFrom && validUntil && validUntil < validFrom) throw fact('TermEndsBeforeItBegins')
}
