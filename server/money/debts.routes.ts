import { Invoice } from '#domain/documents/invoice.entity.ts'
import { type CivilDate, dateAt } from '#domain/shared/civil-date.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { atLeast, atMost, sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'
import { DebtPage } from './money.contract.ts'
import { whoSeesDebts } from './money.policy.ts'
import { presentDebt } from './money.presenter.ts'

/** Invoices past their day that are not paid in full, the oldest first. */
const debts = (today: CivilDate): ListOf<Invoice> => ({
  entity: Invoice,
  sort: { dueDate: 'dueDate', issuedAt: 'issuedAt', grossKopecks: 'grossKopecks' },
  filter: { companyId: sameId('companyId'), dueFrom: atLeast('dueDate'), dueTo: atMost('dueDate') },
  where: { status: ['issued', 'partly_paid', 'overdue'], dueDate: { $lt: today } },
})

export const debtOperations = [
  operation({
    name: 'listDebts',
    method: 'get',
    path: '/api/debts',
    summary: 'What clients owe past the term',
    via: 'read',
    may: whoSeesDebts,
    query: ListQuery,
    answer: DebtPage,
    async handle({ em, query, now }) {
      const today = dateAt(now.getTime(), (await ownCompany(em)).data.workingHours.zoneOffsetMinutes)
      return listPage(em, debts(today), query, rows => rows.map(invoice => presentDebt(invoice, today)))
    },
  }),
]
