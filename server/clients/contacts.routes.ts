import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { contactKeys } from '#domain/clients/contact-keys.ts'
import { fact } from '#domain/shared/fact.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { sameId } from '../shared/filters.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { type Context, operation } from '../shared/operation.ts'
import { searchRecords } from '../shared/search.ts'
import { mustBeFresh } from '../shared/stale.ts'
import { ChangeContact, ContactAnswer, ContactPage, CreateContact } from './clients.contract.ts'
import { mayLead } from './clients.policy.ts'
import { presentContacts } from './companies.presenter.ts'

const contacts: ListOf<Contact> = {
  entity: Contact,
  sort: { name: 'name', createdAt: 'createdAt' },
  filter: { companyId: sameId('companyId') },
  search: async (q, em) => ({
    id: (await searchRecords(em, q, ['contacts'])).map(row => row.record_id),
  }),
}

async function presentOne({ em, actor }: Context, contact: Contact): Promise<ContactAnswer> {
  const [answer] = await presentContacts(em, [contact], actor)
  return answer as ContactAnswer
}

/** @throws NotFound where the client is not seen, Forbidden where it is not the caller's to lead */
async function mustLead({ em, actor }: Context, companyId: string): Promise<void> {
  if (!mayLead(actor, await em.findOneOrFail(Company, companyId))) throw fact('Forbidden')
}

export const contactOperations = [
  operation({
    name: 'listContacts',
    method: 'get',
    path: '/api/contacts',
    summary: "People at the caller's clients",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: ContactPage,
    handle: ({ em, query, actor }) => listPage(em, contacts, query, rows => presentContacts(em, rows, actor)),
  }),
  operation({
    name: 'getContact',
    method: 'get',
    path: '/api/contacts/:id',
    summary: 'One person at a client',
    via: 'read',
    may: 'signed_in',
    answer: ContactAnswer,
    handle: async ctx => presentOne(ctx, await ctx.em.findOneOrFail(Contact, ctx.params.id ?? '')),
  }),
  operation({
    name: 'createContact',
    method: 'post',
    path: '/api/contacts',
    summary: 'Add a person to a client',
    via: 'transaction',
    may: 'signed_in',
    body: CreateContact,
    answer: ContactAnswer,
    status: 201,
    async handle(ctx) {
      const { companyId, name, position = null, phones = [], emails = [] } = ctx.body
      await mustLead(ctx, companyId)
      const contact = ctx.em.create(Contact, {
        id: ctx.world.ids(),
        createdAt: ctx.now,
        ...{ companyId, name, position, phones, emails },
        contactKeys: contactKeys({ phones, emails }),
      })
      await ctx.em.flush()
      return presentOne(ctx, contact)
    },
  }),
  operation({
    name: 'changeContact',
    method: 'patch',
    path: '/api/contacts/:id',
    summary: 'Change what is known of a person',
    via: 'transaction',
    may: 'signed_in',
    body: ChangeContact,
    answer: ContactAnswer,
    async handle(ctx) {
      const contact = await ctx.em.findOneOrFail(Contact, ctx.params.id ?? '')
      await mustLead(ctx, contact.companyId)
      mustBeFresh(contact, ctx.expectedVersion)
      Object.assign(contact, ctx.body)
      contact.contactKeys = contactKeys(contact)
      await ctx.em.flush()
      return presentOne(ctx, contact)
    },
  }),
]
