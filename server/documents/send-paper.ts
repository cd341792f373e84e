import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import type { Invoice } from '#domain/documents/invoice.entity.ts'
import type { Offer } from '#domain/documents/offer.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import type { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import {
  type LetterStart,
  letterWorkflowId,
  letterWorkflowType,
} from '#workflows/engagement/letter.messages.ts'
import type { Context } from '../shared/operation.ts'
import { ownCompany } from '../shared/own-company.ts'

export interface Sending {
  subject: 'offer' | 'invoice'
  document: Offer | Invoice
  deal: Deal
  /** «Коммерческое предложение № КП-42». */
  title: string
  /** Where to; the contact's or the client's first address unless told. */
  to: string | undefined
  /** What to say; a plain greeting unless told. */
  text: string | undefined
}

/** Writes the letter and asks for its process, in the request's transaction. @throws Fact NoMailAddress */
export async function sendPaper(ctx: Context, sending: Sending): Promise<void> {
  const { em, world, now, actor, commandId } = ctx
  const { subject, document, deal, title } = sending
  const to = sending.to ?? (await addressOf(ctx, deal))
  if (!to) throw fact('NoMailAddress')
  const company = await ownCompany(em)
  const letter = em.create(Letter, {
    id: world.ids(),
    createdAt: now,
    companyId: document.companyId,
    dealId: deal.id,
    to,
    subject: `${title} — ${company.name}`.slice(0, 255),
    text: sending.text ?? `Здравствуйте!\n\nВо вложении ${title}.\n\n${actor.name}\n${company.name}`,
    fileIds: [],
    status: 'waiting',
    key: `${subject}/${document.id}/send/${commandId}`,
  })
  await em.flush()
  const start: LetterStart = { letterId: letter.id, paper: { subject, id: document.id }, by: actor.id }
  await tellStart(em, letterWorkflowType, letterWorkflowId(letter.id), start)
}

async function addressOf({ em }: Context, { contactId, companyId }: Deal): Promise<string | undefined> {
  const contact = contactId ? await em.findOne(Contact, contactId) : null
  return contact?.emails[0] ?? (await em.findOneOrFail(Company, companyId)).emails[0]
}
