import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import type { LetterTemplate } from '#domain/sales/funnel-actions.ts'
import { tellStart } from '#domain/shared/outbox-message.entity.ts'
import { letterWorkflowId, letterWorkflowType } from '#workflows/engagement/letter.messages.ts'
import { ownCompany } from '../../shared/company-calendar.ts'
import type { ActionContext, DealAction } from './deal-action.ts'

const texts: Record<LetterTemplate, { subject: string; text: string }> = {
  inquiry_received: {
    subject: 'Мы получили ваше обращение',
    text: 'Здравствуйте!\n\nМы получили ваше обращение «{deal}» и скоро свяжемся с вами.\n\n{company}',
  },
  offer_reminder: {
    subject: 'Наше коммерческое предложение',
    text: 'Здравствуйте!\n\nНапоминаем о нашем предложении по запросу «{deal}». Готовы ответить на вопросы.\n\n{company}',
  },
  shipment_done: {
    subject: 'Ваш заказ отгружен',
    text: 'Здравствуйте!\n\nЗаказ «{deal}» отгружен полностью. Спасибо, что выбрали нас.\n\n{company}',
  },
}

/** A letter to the client by a template; a client without a mail address gets none. */
export const sendLetter: DealAction<'send_letter'> = async ({ em, world, deal, key }, { args, at }) => {
  const to = await addressOf({ em, deal })
  if (!to) return undefined
  const company = await ownCompany(em)
  const template = texts[args.template]
  const letter = em.create(Letter, {
    id: world.ids(),
    createdAt: new Date(at),
    companyId: deal.companyId,
    dealId: deal.id,
    to,
    subject: template.subject,
    text: template.text.replace('{deal}', deal.title).replace('{company}', company.name),
    fileIds: [],
    status: 'waiting',
    key,
  })
  await em.flush()
  await tellStart(em, letterWorkflowType, letterWorkflowId(letter.id), { letterId: letter.id })
  return undefined
}

async function addressOf({ em, deal }: Pick<ActionContext, 'em' | 'deal'>): Promise<string | null> {
  const contact = deal.contactId ? await em.findOne(Contact, deal.contactId) : null
  return contact?.emails[0] ?? (await em.findOneOrFail(Company, deal.companyId)).emails[0] ?? null
}
