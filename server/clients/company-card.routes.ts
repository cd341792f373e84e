import { Company } from '#domain/clients/company.entity.ts'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { presentInteractions, presentLetters, presentTasks } from '../engagement/engagement.presenter.ts'
import { mayReadLetters } from '../engagement/letters.routes.ts'
import { presentInquiries } from '../leads/inquiries.presenter.ts'
import { presentDeals } from '../sales/deals.presenter.ts'
import { operation } from '../shared/operation.ts'
import { presentCompany } from './companies.presenter.ts'
import { CompanyCardAnswer } from './company-card.contract.ts'

const much = 50
const some = 20

export const companyCardOperations = [
  operation({
    name: 'getCompanyCard',
    method: 'get',
    path: '/api/companies/:id/card',
    summary: 'The client with its people, deals, open tasks, talks, requests and letters',
    via: 'read',
    may: 'signed_in',
    answer: CompanyCardAnswer,
    async handle(ctx) {
      const { em, actor } = ctx
      const company = await em.findOneOrFail(Company, ctx.params.id ?? '')
      const about = { companyId: company.id }
      // 'open' stands between 'lost' and 'won': the open ones are asked for by themselves.
      const open = await em.find(
        Deal,
        { ...about, status: 'open' },
        { orderBy: { createdAt: 'desc', id: 'desc' }, limit: much },
      )
      const closed = await em.find(
        Deal,
        { ...about, status: { $ne: 'open' } },
        { orderBy: { closedAt: 'desc', id: 'desc' }, limit: much - open.length },
      )
      const tasks = await em.find(
        Task,
        { ...about, status: 'open' },
        { orderBy: { dueAt: 'asc', id: 'asc' }, limit: much },
      )
      const said = await em.find(Interaction, about, { orderBy: { at: 'desc', id: 'desc' }, limit: much })
      const inquiries = await em.find(Inquiry, about, { orderBy: { receivedAt: 'desc' }, limit: some })
      const letters = mayReadLetters(actor)
        ? await em.find(Letter, about, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: some })
        : []
      return {
        company: await presentCompany(em, company, actor),
        deals: await presentDeals(em, [...open, ...closed], ctx),
        tasks: await presentTasks(em, tasks, ctx),
        interactions: await presentInteractions(em, said),
        inquiries: await presentInquiries(em, inquiries, actor),
        letters: await presentLetters(em, letters),
      }
    },
  }),
]
