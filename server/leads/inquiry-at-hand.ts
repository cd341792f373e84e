import { LockMode } from '@mikro-orm/core'
import { User } from '#domain/access/user.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { ProcessEvent, processEventRow } from '#domain/shared/process-event.entity.ts'
import type { Context } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'

/**
 * The inquiry for changing: those who reach for it at once come one after another. Whoever had it in his queue is
 * told who was first, although he sees it no more. @throws InquiryTaken, NotFound
 */
export async function inquiryAtHand(ctx: Context): Promise<Inquiry> {
  const id = ctx.params.id ?? ''
  const inquiry = await ctx.em.findOne(Inquiry, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  if (inquiry) return inquiry
  if (!(await ctx.em.count(ProcessEvent, { subject: `inquiry/${id}` }))) throw fact('NotFound')
  throw await takenBy(ctx, id)
}

/** The refusal with the name of who has it. */
export async function takenBy({ world }: Context, id: string) {
  const em = forkSystem(world.orm)
  const inquiry = await em.findOneOrFail(Inquiry, id)
  const owner = inquiry.ownerId ? await em.findOne(User, inquiry.ownerId, { fields: ['name'] }) : null
  return fact('InquiryTaken', { byName: owner?.name ?? '' })
}

/** A line of the inquiry's path; while no client is known the one who has it sees it by his seat. */
export async function noteInquiry(
  { em, world, actor, now }: Context,
  inquiry: Inquiry,
  kind: string,
  title: string,
): Promise<void> {
  em.create(
    ProcessEvent,
    processEventRow({
      id: world.ids(),
      subject: `inquiry/${inquiry.id}`,
      dealId: inquiry.dealId ?? null,
      companyId: inquiry.companyId ?? null,
      at: now,
      kind,
      title,
      actor: { type: 'user', id: actor.id, name: actor.name },
      seatId: inquiry.companyId ? null : (inquiry.ownerId ?? null),
    }),
  )
  await em.flush()
}
