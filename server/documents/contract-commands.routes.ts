import { roleSeats } from '#domain/access/seats.ts'
import { User } from '#domain/access/user.entity.ts'
import { contractRoute, defaultLimits } from '#domain/approvals/approval-routes.ts'
import type { Contract } from '#domain/documents/contract.entity.ts'
import { ownDate } from '#domain/documents/document-content.entity.ts'
import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { askApproval } from './ask-approval.ts'
import { contractAnswer } from './contracts.routes.ts'
import { ContractAnswer, SignContract, TerminateContract } from './documents.contract.ts'
import { maySign } from './documents.policy.ts'
import { paperAtHand } from './paper-at-hand.ts'
import { tellDeal } from './tell-deal.ts'

export const contractCommandOperations = [
  operation({
    name: 'submitContract',
    method: 'post',
    path: '/api/contracts/:id/submit',
    summary: 'Ask the lawyer, and above the company’s sum the director, to approve',
    via: 'transaction',
    may: 'signed_in',
    answer: ContractAnswer,
    async handle(ctx) {
      const { paper: contract } = await paperAtHand(ctx, 'contract')
      const { data: own } = await ownCompany(ctx.em)
      contract.move('submit')
      contract.seatId = roleSeats.lawyer
      await askApproval(ctx, {
        type: 'contract',
        document: contract,
        route: await routeFor(ctx, contract, own),
        own,
        title: `Договор с ${contract.buyer.name}`,
        reason: 'Каждый договор читает юрист, крупный — ещё и директор',
        maxDiscountPercent: '0',
      })
      await told(ctx, contract, 'contract_submitted')
      return contractAnswer(ctx, contract)
    },
  }),
  operation({
    name: 'signContract',
    method: 'post',
    path: '/api/contracts/:id/sign',
    summary: 'Both sides have signed the approved contract',
    via: 'transaction',
    may: 'signed_in',
    body: SignContract,
    answer: ContractAnswer,
    async handle(ctx) {
      const { paper: contract } = await paperAtHand(ctx, 'contract', { may: maySign })
      const { data: own } = await ownCompany(ctx.em)
      contract.move('sign')
      contract.validFrom = ctx.body.signedOn ?? ownDate(own, ctx.now)
      await told(ctx, contract, 'contract_signed')
      return contractAnswer(ctx, contract)
    },
  }),
  operation({
    name: 'terminateContract',
    method: 'post',
    path: '/api/contracts/:id/terminate',
    summary: 'End a signed contract, with the reason',
    via: 'transaction',
    may: 'signed_in',
    body: TerminateContract,
    answer: ContractAnswer,
    async handle(ctx) {
      const { paper: contract } = await paperAtHand(ctx, 'contract', { may: maySign })
      contract.move('terminate')
      contract.remark = ctx.body.reason
      await told(ctx, contract, 'facts_changed')
      return contractAnswer(ctx, contract)
    },
  }),
]

async function told(
  ctx: Context,
  contract: Contract,
  event: 'contract_submitted' | 'contract_signed' | 'facts_changed',
): Promise<void> {
  if (!contract.dealId) return
  await tellDeal(ctx, contract.dealId, {
    event,
    data: event === 'facts_changed' ? {} : { contractId: contract.id, number: contract.number ?? null },
    facts: { contractStatus: contract.status },
  })
}

/** A director's own contract is not sent up to himself. */
async function routeFor({ em }: Context, contract: Contract, own: OwnCompanyData) {
  const author = await em.findOneOrFail(User, contract.authorId)
  const route = contractRoute({ ...defaultLimits, contractDirectorAboveKopecks: own.directorFromKopecks })
  return author.roles.includes('director')
    ? { ...route, groups: route.groups.filter(({ key }) => key !== 'director') }
    : route
}
