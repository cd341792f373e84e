import { z } from 'zod'
import { roleSeats } from '#domain/access/seats.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Payment, paymentStatuses } from '#domain/money/payment.entity.ts'
import { dateAt } from '#domain/shared/civil-date.ts'
import { fact } from '#domain/shared/fact.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atLeast, atMost, oneOrMany, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { forkSystem } from '../shared/sight.ts'
import { matchPayment, unmatchPayment } from './match-payment.ts'
import { EnterPayment, MatchPayment, PaymentAnswer, PaymentPage, UnmatchPayment } from './money.contract.ts'
import { whoMatches, whoSeesPayments } from './money.policy.ts'
import { presentPayment, presentPayments } from './money.presenter.ts'

const payments: ListOf<Payment> = {
  entity: Payment,
  sort: { paidOn: 'paidOn', amountKopecks: 'amountKopecks', createdAt: 'createdAt' },
  defaultOrder: 'desc',
  filter: {
    status: oneOrMany('status', z.enum(paymentStatuses)),
    source: oneOrMany('source', z.enum(['bank', '1c', 'manual'])),
    companyId: sameId('companyId'),
    payerInn: oneOrMany('payerInn'),
    paidFrom: atLeast('paidOn'),
    paidTo: atMost('paidOn'),
  },
  search: q => {
    const like = { $ilike: `%${q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` }
    return { $or: [{ payerName: like }, { payerInn: like }, { purpose: like }, { documentNumber: like }] }
  },
}

/** The client with this INN, past the accountant's own sight: a payment finds its client before anyone takes part. */
async function clientWithInn({ world }: Context, inn: string | null | undefined): Promise<string | null> {
  if (!inn) return null
  const found = await forkSystem(world.orm).find(Company, { inn }, { fields: ['id'], limit: 2 })
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

export const paymentOperations = [
  operation({
    name: 'listPayments',
    method: 'get',
    path: '/api/payments',
    summary: 'Money received, newest first',
    via: 'read',
    may: whoSeesPayments,
    query: ListQuery,
    answer: PaymentPage,
    handle: ({ em, query, actor }) => listPage(em, payments, query, rows => presentPayments(em, rows, actor)),
  }),
  operation({
    name: 'getPayment',
    method: 'get',
    path: '/api/payments/:id',
    summary: 'One payment with the invoices that fit it',
    via: 'read',
    may: whoSeesPayments,
    answer: PaymentAnswer,
    handle: async ctx =>
      presentPayment(ctx.em, await ctx.em.findOneOrFail(Payment, ctx.params.id ?? ''), ctx),
  }),
  operation({
    name: 'enterPayment',
    method: 'post',
    path: '/api/payments',
    summary: 'Enter money received, and match it at once if an invoice is named',
    via: 'transaction',
    may: whoMatches,
    body: EnterPayment,
    answer: PaymentAnswer,
    status: 201,
    async handle(ctx) {
      const { em, body, world, actor, now } = ctx
      const today = dateAt(now.getTime(), (await ownCompany(em)).data.workingHours.zoneOffsetMinutes)
      if (body.paidOn > today) throw fact('BadDate', { value: body.paidOn })
      const { invoiceId, amountKopecks, ...told } = body
      const payment = em.create(Payment, {
        id: world.ids(),
        createdAt: now,
        ...told,
        amountKopecks: BigInt(amountKopecks),
        matchedKopecks: 0n,
        source: 'manual',
        status: 'unmatched',
        companyId: await clientWithInn(ctx, body.payerInn),
        enteredBy: actor.id,
        seatId: roleSeats.accountant,
      })
      await em.flush()
      if (invoiceId)
        await matchPayment(
          em,
          { paymentId: payment.id, invoiceId },
          { actorId: actor.id, now, ids: world.ids },
        )
      return presentPayment(em, payment, ctx)
    },
  }),
  operation({
    name: 'matchPayment',
    method: 'post',
    path: '/api/payments/:id/match',
    summary: 'Lay the payment, or a part of it, on an invoice',
    via: 'transaction',
    may: whoMatches,
    body: MatchPayment,
    answer: PaymentAnswer,
    async handle(ctx) {
      const { em, body, world, actor, now, params } = ctx
      const amountKopecks = body.amountKopecks === undefined ? undefined : BigInt(body.amountKopecks)
      const wanted = { paymentId: params.id ?? '', invoiceId: body.invoiceId, amountKopecks }
      return presentPayment(
        em,
        await matchPayment(em, wanted, { actorId: actor.id, now, ids: world.ids }),
        ctx,
      )
    },
  }),
  operation({
    name: 'unmatchPayment',
    method: 'post',
    path: '/api/payments/:id/unmatch',
    summary: 'Take the payment off an invoice',
    via: 'transaction',
    may: whoMatches,
    body: UnmatchPayment,
    answer: PaymentAnswer,
    async handle(ctx) {
      const wanted = { paymentId: ctx.params.id ?? '', invoiceId: ctx.body.invoiceId }
      return presentPayment(ctx.em, await unmatchPayment(ctx.em, wanted, { actorId: ctx.actor.id }), ctx)
    },
  }),
]
