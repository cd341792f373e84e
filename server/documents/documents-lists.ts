import { z } from 'zod'
import { Contract, contractStatuses } from '#domain/documents/contract.entity.ts'
import { Invoice, invoiceStatuses } from '#domain/documents/invoice.entity.ts'
import { Offer, offerStatuses } from '#domain/documents/offer.entity.ts'
import { atLeast, atMost, oneOrMany, sameId } from '../shared/filters.ts'
import type { ListOf } from '../shared/list.ts'

const likeText = (q: string) => q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)

/** By number or by the client's name as the paper says it. */
const byNumberOrBuyer = (q: string) =>
  ({
    $or: [{ number: { $ilike: `%${likeText(q)}%` } }, { buyer: { name: { $ilike: `%${likeText(q)}%` } } }],
  }) as never

const ofWhom = {
  dealId: sameId('dealId'),
  companyId: sameId('companyId'),
  authorId: sameId('authorId'),
}

export const offersList: ListOf<Offer> = {
  entity: Offer,
  defaultOrder: 'desc',
  sort: { createdAt: 'createdAt', number: 'number', status: 'status', validUntil: 'validUntil' },
  filter: { ...ofWhom, status: oneOrMany('status', z.enum(offerStatuses)) },
  search: byNumberOrBuyer,
}

export const invoicesList: ListOf<Invoice> = {
  entity: Invoice,
  defaultOrder: 'desc',
  sort: {
    createdAt: 'createdAt',
    issuedAt: 'issuedAt',
    number: 'number',
    status: 'status',
    dueDate: 'dueDate',
  },
  filter: {
    ...ofWhom,
    offerId: sameId('offerId'),
    status: oneOrMany('status', z.enum(invoiceStatuses)),
    dueFrom: atLeast('dueDate'),
    dueTo: atMost('dueDate'),
  },
  search: byNumberOrBuyer,
}

export const contractsList: ListOf<Contract> = {
  entity: Contract,
  defaultOrder: 'desc',
  sort: { createdAt: 'createdAt', number: 'number', status: 'status', validUntil: 'validUntil' },
  filter: { ...ofWhom, status: oneOrMany('status', z.enum(contractStatuses)) },
  search: byNumberOrBuyer,
}
