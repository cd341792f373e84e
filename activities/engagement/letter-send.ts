import { StoredFile } from '#domain/documents/stored-file.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import type { Letter as Mailing } from '#integrations/mail/mail.port.ts'
import type { LetterOutcome } from '#workflows/engagement/letter.messages.ts'
import type { ActivityWorld } from '../shared/world.ts'

/**
 * Hands the letter to the mail server; no transaction is held open meanwhile. What the other side refuses is an answer,
 * mail being away is a failure that the engine retries; until then the letter says why it waits.
 */
export async function sendLetter(
  world: ActivityWorld,
  { letterId, key }: { letterId: string; key: string },
): Promise<LetterOutcome> {
  if (!world.mail) return { status: 'kept' }
  const mailing = await read(world, letterId, key)
  try {
    const { messageId } = await world.mail.send(mailing)
    return { status: 'sent', messageId }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'RecipientRefused' || code === 'LetterRefused') return { status: 'refused', problem: code }
    if (code === 'MailUnavailable') await sayItWaits(world, letterId)
    throw error
  }
}

const read = (world: ActivityWorld, letterId: string, key: string): Promise<Mailing> =>
  world.fork().transactional(async em => {
    const letter = await em.findOneOrFail(Letter, letterId)
    const files = await em.find(
      StoredFile,
      { id: letter.fileIds },
      { populate: ['content'], orderBy: { id: 'asc' } },
    )
    return {
      key,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      attachments: files.map(({ name, contentType, content }) => ({ name, contentType, content })),
    }
  })

const sayItWaits = (world: ActivityWorld, letterId: string): Promise<unknown> =>
  world.fork().transactional(async em => {
    const letter = await em.findOneOrFail(Letter, letterId)
    if (letter.status === 'waiting')
      letter.problem = 'Почта недоступна. Письмо уйдёт, как только она ответит.'
  })
