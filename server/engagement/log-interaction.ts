import { LockMode } from '@mikro-orm/core'
import type { z } from 'zod'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import { tellDeal } from '../clients/tell-deal.ts'
import type { Context } from '../shared/operation.ts'
import type { LogInteraction } from './engagement.contract.ts'
import { planNext } from './plan-next.ts'

type Logged = z.output<typeof LogInteraction>

/**
 * Writes down a call, letter or meeting (S-050, S-055): the client's last contact, the deal's first answer when this
 * is it (S-045), and what comes next, all in one transaction. @throws NotOfThisClient, BadDate, Forbidden
 */
export async function logInteraction(ctx: Context, said: Logged): Promise<Interaction> {
  const { em, actor, now, world } = ctx
  const company = await em.findOneOrFail(Company, said.companyId)
  const deal = await dealOf(ctx, said)
  if (said.contactId && (await em.findOneOrFail(Contact, said.contactId)).companyId !== company.id)
    throw fact('NotOfThisClient')
  const at = said.at ? new Date(said.at) : now
  if (at.getTime() > now.getTime() + aMinute) throw fact('BadDate', { value: said.at })
  const interaction = em.create(Interaction, {
    id: world.ids(),
    companyId: company.id,
    contactId: said.contactId ?? null,
    dealId: deal?.id ?? null,
    authorId: actor.id,
    kind: said.kind,
    direction: said.direction,
    at,
    text: said.text,
    result: said.result || null,
  })
  await em.flush()
  if (said.kind !== 'note') await touch(ctx, company.id, at)
  if (deal) await hear(ctx, deal, said, at)
  if (said.nextStep)
    await planNext(em, said.nextStep, { deal, companyId: company.id, actor, now, ids: world.ids })
  return interaction
}

// The process writes its projection into the same row: the first answer waits for it.
const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const

// A person's clock may be a little ahead of ours.
const aMinute = 60_000

/** The named deal, or the client's only open one: whoever calls a client calls about that. */
async function dealOf({ em }: Context, { dealId, companyId }: Logged): Promise<Deal | null> {
  if (dealId) {
    const deal = await em.findOneOrFail(Deal, dealId, locked)
    if (deal.companyId !== companyId) throw fact('NotOfThisClient')
    return deal
  }
  if (dealId === null) return null
  const open = await em.find(Deal, { companyId, status: 'open' }, { limit: 2, ...locked })
  return open.length === 1 ? (open[0] ?? null) : null
}

// Plain SQL: whoever edits the client meanwhile must not meet a newer version because somebody called it.
const touch = ({ em }: Context, companyId: string, at: Date) =>
  em.execute('update company set last_contact_at = greatest(last_contact_at, ?) where id = ?', [
    at,
    companyId,
  ])

async function hear({ em, actor }: Context, deal: Deal, said: Logged, at: Date): Promise<void> {
  if (said.direction === 'out' && said.kind !== 'note' && !deal.firstAnsweredAt && deal.status === 'open') {
    deal.firstAnsweredAt = at
    await tellDeal(em, deal, actor, { event: 'first_answer', data: { channel: said.kind } })
  }
  await tellDeal(em, deal, actor, {
    event: 'interaction_logged',
    data: { kind: said.kind, result: codeOf(said.result) },
  })
}

/** Only a code may travel to a process: free words may hold names and phones. */
const codeOf = (result: string | null | undefined): string | null =>
  result && /^[a-z0-9_]{1,40}$/.test(result) ? result : null
