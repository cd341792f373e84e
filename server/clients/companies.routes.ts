import { Company } from '#domain/clients/company.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { mustBeFresh } from '../shared/stale.ts'
import { changeCompany } from './change-company.ts'
import {
  ChangeCompany,
  CompanyAnswer,
  CompanyPage,
  CreateCompany,
  ReassignCompany,
} from './clients.contract.ts'
import { mayLead, mayReassign } from './clients.policy.ts'
import { presentCompanies, presentCompany } from './companies.presenter.ts'
import { companiesList } from './companies-list.ts'
import { createCompany } from './create-company.ts'
import { reassignCompany } from './reassign-company.ts'

const companyAtHand = (ctx: Context): Promise<Company> => ctx.em.findOneOrFail(Company, ctx.params.id ?? '')

export const companyOperations = [
  operation({
    name: 'listCompanies',
    method: 'get',
    path: '/api/companies',
    summary: 'Clients the caller may see',
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: CompanyPage,
    handle: ({ em, query, actor }) =>
      listPage(em, companiesList(actor), query, rows => presentCompanies(em, rows, actor)),
  }),
  operation({
    name: 'getCompany',
    method: 'get',
    path: '/api/companies/:id',
    summary: 'One client with its people',
    via: 'read',
    may: 'signed_in',
    answer: CompanyAnswer,
    handle: async ctx => presentCompany(ctx.em, await companyAtHand(ctx), ctx.actor),
  }),
  operation({
    name: 'createCompany',
    method: 'post',
    path: '/api/companies',
    summary: 'Begin a client; one that exists is refused with the name of its owner',
    via: 'transaction',
    may: ['manager', 'head', 'director', 'admin'],
    body: CreateCompany,
    answer: CompanyAnswer,
    status: 201,
    async handle({ em, body, actor, now, world }) {
      const company = await createCompany(em, { wanted: body, ownerId: actor.id, now, ids: world.ids })
      return presentCompany(em, company, actor)
    },
  }),
  operation({
    name: 'changeCompany',
    method: 'patch',
    path: '/api/companies/:id',
    summary: 'Change what is known of a client',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeCompany,
    answer: CompanyAnswer,
    async handle(ctx) {
      const company = await companyAtHand(ctx)
      if (!mayLead(ctx.actor, company)) throw fact('Forbidden')
      mustBeFresh(company, ctx.expectedVersion)
      await changeCompany(ctx.em, company, ctx.body, ctx.actor)
      return presentCompany(ctx.em, company, ctx.actor)
    },
  }),
  operation({
    name: 'reassignCompany',
    method: 'post',
    path: '/api/companies/:id/reassign',
    summary: 'Give the client, with what is open of it, to another manager',
    via: 'transaction',
    may: ['head', 'director', 'admin'],
    body: ReassignCompany,
    answer: CompanyAnswer,
    async handle(ctx) {
      const company = await companyAtHand(ctx)
      if (!mayReassign(ctx.actor, company)) throw fact('Forbidden')
      await reassignCompany(ctx.em, company, ctx.body.ownerId, { ...ctx, ids: ctx.world.ids })
      return presentCompany(ctx.em, company, ctx.actor)
    },
  }),
]
