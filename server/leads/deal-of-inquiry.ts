import type { z } from 'zod'
import { Company } from '#domain/clients/company.entity.ts'
import { emailKey } from '#domain/clients/contact-keys.ts'
import type { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { createCompany } from '../clients/create-company.ts'
import { tellDeal } from '../clients/tell-deal.ts'
import { startDeal } from '../sales/start-deal.ts'
import { hasRole } from '../shared/actor.ts'
import type { Context } from '../shared/operation.ts'
import { IntakeForm, type StartDealOfInquiry } from './leads.contract.ts'
import { readWishes, wishLines } from './wish-lines.ts'

type Wanted = z.output<typeof StartDealOfInquiry>

/**
 * A person has said whose inquiry it is: the client's open deal hears of it, or a deal begins with what was asked
 * for. In the caller's transaction. @throws InquiryNeedsClient, ClientExists, InvalidRequisite
 */
export async function dealOfInquiry(ctx: Context, inquiry: Inquiry, wanted: Wanted): Promise<Deal> {
  const { em, actor, now, world } = ctx
  const form = IntakeForm.safeParse(inquiry.raw).data ?? {}
  const company = await clientOf(ctx, inquiry, wanted, form)
  const open = await em.findOne(
    Deal,
    { companyId: company.id, status: 'open' },
    { orderBy: { createdAt: 'desc' } },
  )
  const leads = actor.owners.includes(company.ownerId) || hasRole(actor, 'director')
  const deal =
    open ??
    (await startDeal(em, {
      id: world.ids(),
      title: wanted.title || (inquiry.text.split('\n')[0] ?? '').slice(0, 120) || company.name,
      companyId: company.id,
      contactId: inquiry.contactId ?? null,
      ownerId: leads ? company.ownerId : actor.id,
      inquiryId: inquiry.id,
      now,
    }))
  if (open)
    await tellDeal(em, open, actor, {
      event: 'inquiry_repeated',
      data: { channel: inquiry.channel, inquiryId: inquiry.id },
    })
  else await wishLines(em, deal, await readWishes(em, form), { ids: world.ids, now })
  Object.assign(inquiry, {
    companyId: company.id,
    dealId: deal.id,
    ownerId: deal.ownerId,
    status: 'in_deal',
    seatId: null,
  })
  await em.flush()
  return deal
}

async function clientOf(
  { em, actor, now, world }: Context,
  inquiry: Inquiry,
  { companyId, company }: Wanted,
  form: IntakeForm,
): Promise<Company> {
  const known = inquiry.companyId ?? companyId
  if (known) return em.findOneOrFail(Company, known)
  if (!company) throw fact('InquiryNeedsClient')
  const phones = form.phone ? [form.phone] : []
  const emails = form.email && emailKey(form.email) ? [form.email] : []
  return createCompany(em, {
    wanted: { ...company, contact: { name: form.name || company.name, phones, emails } },
    ownerId: inquiry.ownerId ?? actor.id,
    now,
    ids: world.ids,
    // Its phone is known to fit several clients: the head may say that it is none of them.
    byInnOnly: hasRole(actor, 'head', 'director'),
  })
}
