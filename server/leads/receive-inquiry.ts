import type { EntityManager } from '@mikro-orm/postgresql'
import { roleSeats } from '#domain/access/seats.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { tellSignal } from '#domain/shared/outbox-message.entity.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import { type DealHappened, dealHappenedSignal, dealWorkflowId } from '#workflows/sales/deal.messages.ts'
import { startDeal } from '../sales/start-deal.ts'
import { chooseOwner } from './choose-owner.ts'
import { findClient, makeClient, makeContact, senderKeys } from './find-client.ts'
import type { IntakeForm } from './leads.contract.ts'
import { readWishes, type Wish, wishInWords, wishLines } from './wish-lines.ts'

export interface Received {
  form: IntakeForm
  raw: Record<string, unknown>
  channel: string
  source: string
  now: Date
  ids(): string
}

/**
 * Keeps the inquiry as it came, recognises or makes the client, chooses the manager and starts the deal: one
 * transaction, so that nothing of it can be lost or half done, whether the engine is up or not. S-032, S-033, S-034.
 */
export async function receiveInquiry(em: EntityManager, received: Received): Promise<Inquiry> {
  const { form, now, ids } = received
  const inquiry = em.create(Inquiry, {
    id: ids(),
    channel: received.channel,
    source: received.source,
    campaign: form.campaign ?? null,
    page: form.page ?? null,
    text: wordsOf(form),
    raw: received.raw,
    receivedAt: now,
    status: 'new',
    seatId: roleSeats.head,
  })
  await em.flush()
  const known = await findClient(em, senderKeys(form))
  if (known.companyId === null && known.conflict) {
    inquiry.assignedRule = known.reason
    await note(em, received, inquiry, 'inquiry_received', `Обращение принято. ${known.reason}`)
    return inquiry
  }
  const owner = known.companyId ? (await em.findOneOrFail(Company, known.companyId)).ownerId : null
  const chosen = await chooseOwner(em, owner, now)
  const companyId = known.companyId ?? ids()
  const contactId = known.companyId
    ? (known.contactId ?? (form.name ? makeContact(em, { form, companyId, contactId: ids(), now }) : null))
    : makeClient(em, { form, ownerId: chosen.ownerId, companyId, contactId: ids(), now }) || null
  await em.flush()
  Object.assign(inquiry, {
    companyId,
    contactId,
    ownerId: chosen.ownerId,
    assignedRule: known.companyId ? `${chosen.ruleTitle}. ${known.reason}` : chosen.ruleTitle,
    status: 'assigned',
    seatId: null,
  })
  await intoDeal(em, received, inquiry)
  await note(em, received, inquiry, 'inquiry_received', `Обращение принято: ${inquiry.assignedRule}`)
  return inquiry
}

/** A client's open deal hears of it; without one a deal begins. */
async function intoDeal(em: EntityManager, { form, now, ids }: Received, inquiry: Inquiry): Promise<void> {
  const companyId = inquiry.companyId ?? ''
  const wishes = await readWishes(em, form)
  const open = await em.findOne(Deal, { companyId, status: 'open' }, { orderBy: { createdAt: 'desc' } })
  const deal =
    open ??
    (await startDeal(em, {
      id: ids(),
      title: titleOf(form, wishes),
      companyId,
      contactId: inquiry.contactId ?? null,
      ownerId: inquiry.ownerId ?? '',
      inquiryId: inquiry.id,
      now,
    }))
  if (open) {
    const happened: Omit<DealHappened, 'messageId'> = {
      event: 'inquiry_repeated',
      data: { channel: inquiry.channel, inquiryId: inquiry.id },
      actor: { type: 'client', id: null, name: null },
    }
    await tellSignal(em, dealHappenedSignal.name, dealWorkflowId(deal.id, deal.generation), happened)
  } else await wishLines(em, deal, wishes, { ids, now })
  inquiry.dealId = deal.id
  inquiry.status = 'in_deal'
}

const note = async (
  em: EntityManager,
  { now, ids }: Received,
  inquiry: Inquiry,
  kind: string,
  title: string,
) => {
  em.create(
    ProcessEvent,
    processEventRow({
      id: ids(),
      subject: `inquiry/${inquiry.id}`,
      dealId: inquiry.dealId ?? null,
      companyId: inquiry.companyId ?? null,
      at: now,
      kind,
      title,
      actor: { type: 'client', id: null, name: null },
      data: { channel: inquiry.channel, source: inquiry.source },
      seatId: inquiry.seatId ?? null,
    }),
  )
  await em.flush()
}

/** The words as they came: articles stay articles. */
const wordsOf = (form: IntakeForm) =>
  [
    form.text,
    ...(form.products ?? []).map(({ name, sku, quantity = null }) =>
      wishInWords({ offeringId: null, name: name ?? sku ?? '', quantity }),
    ),
  ]
    .filter(Boolean)
    .join('\n') || 'Без текста'

const titleOf = (form: IntakeForm, [first]: readonly Wish[]) =>
  ((first && wishInWords(first)) || form.text?.split('\n')[0] || 'Новое обращение').slice(0, 120)
