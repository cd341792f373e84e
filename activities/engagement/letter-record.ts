import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '#domain/clients/company.entity.ts'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import type { PathActor } from '#domain/sales/path-event.ts'
import { fact, sentence } from '#domain/shared/fact.ts'
import { type LetterOutcome, letterWorkflowId } from '#workflows/engagement/letter.messages.ts'
import { tellDeal } from '../documents/tell-deal.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import { writePath } from '../shared/write-path.ts'
import type { RecordLetter } from './letter-activities.ts'

const ends: Record<LetterOutcome['status'], { kind: string; title: string }> = {
  sent: { kind: 'letter_sent', title: 'Письмо отправлено' },
  kept: { kind: 'letter_kept', title: 'Письмо сохранено: почта не настроена' },
  refused: { kind: 'letter_refused', title: 'Письмо не отправлено' },
}

/** Writes how the letter ended wherever somebody looks for it. */
export const recordLetter = (world: ActivityWorld, deed: RecordLetter): Promise<void> =>
  once(world, deed.key, async em => {
    const { outcome, by } = deed
    const at = new Date(deed.at)
    const letter = await em.findOneOrFail(Letter, deed.letterId, { lockMode: LockMode.PESSIMISTIC_WRITE })
    letter.status = outcome.status
    letter.messageId = outcome.status === 'sent' ? outcome.messageId : null
    letter.sentAt = outcome.status === 'sent' ? at : null
    letter.problem = outcome.status === 'refused' ? whyRefused(outcome, letter) : null
    const actor: PathActor = { type: by ? 'user' : 'system', id: by, name: null }
    const path = {
      ...ends[outcome.status],
      actor,
      data: { letterId: letter.id },
      at: deed.at,
      waitedMs: null,
      stage: null,
    }
    await writePath(
      em,
      world,
      {
        subject: letterWorkflowId(letter.id),
        dealId: letter.dealId ?? null,
        companyId: letter.companyId ?? null,
        seq: 0,
      },
      [path],
    )
    if (outcome.status === 'refused') await tellSender(em, world, letter, by)
    else await logInteraction(em, world, letter, { ...deed, actor })
  })

const whyRefused = (
  { problem }: Extract<LetterOutcome, { status: 'refused' }>,
  { to }: Pick<Letter, 'to'>,
): string =>
  problem === 'RecipientRefused'
    ? sentence(fact('RecipientRefused', { address: to }))
    : problem === 'LetterRefused'
      ? 'Почтовый сервер не принял письмо: проверьте адрес, тему и размер вложений.'
      : 'Документ к письму не удалось напечатать: проверьте его строки и реквизиты.'

/** A kept letter was meant for the client as well: somebody hands it over from «Письма». */
async function logInteraction(
  em: EntityManager,
  world: ActivityWorld,
  letter: Letter,
  { by, withPaper, at, outcome, actor }: RecordLetter & { actor: PathActor },
): Promise<void> {
  if (!letter.companyId) return
  const when = new Date(at)
  em.create(Interaction, {
    id: world.ids(),
    companyId: letter.companyId,
    dealId: letter.dealId ?? null,
    authorId: by,
    kind: 'letter',
    direction: 'out',
    at: when,
    text: letter.subject,
    result: outcome.status,
  })
  if (outcome.status !== 'sent') return em.flush()
  ;(await em.findOneOrFail(Company, letter.companyId)).lastContactAt = when
  const deal = letter.dealId ? await em.findOneOrFail(Deal, letter.dealId) : null
  if (!deal) return em.flush()
  // A paper sent by a person answers the client; what a rule sends does not.
  const answers = Boolean(by) && withPaper && !deal.firstAnsweredAt
  if (answers) deal.firstAnsweredAt = when
  await em.flush()
  if (answers)
    await tellDeal(em, deal.id, {
      event: 'first_answer',
      data: { channel: 'letter' },
      facts: { firstAnswered: true },
      actor,
    })
  await tellDeal(em, deal.id, {
    event: 'interaction_logged',
    data: { kind: 'letter', result: outcome.status },
    actor,
  })
}

async function tellSender(
  em: EntityManager,
  world: ActivityWorld,
  letter: Letter,
  by: string | null,
): Promise<void> {
  const owner = letter.dealId ? (await em.findOneOrFail(Deal, letter.dealId)).ownerId : null
  const to = by ?? owner
  if (!to) return
  await notify(em, world, {
    to: [to],
    title: `Письмо не отправлено: ${letter.subject}. ${letter.problem ?? ''}`,
    subjectType: 'letter',
    subjectId: letter.id,
    companyId: letter.companyId ?? null,
  })
}
