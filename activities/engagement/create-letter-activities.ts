import { LockMode } from '@mikro-orm/core'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { storePaper } from '../documents/store-paper.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import type { LetterActivities } from './letter-activities.ts'
import { recordLetter } from './letter-record.ts'
import { sendLetter } from './letter-send.ts'

/** The deeds of letters. */
export const createLetterActivities = (world: ActivityWorld): LetterActivities => ({
  attachPaper: async ({ letterId, paper, key }) => {
    const fileId =
      (await printedInvoice(world, paper)) ??
      (await storePaper(world, { subject: paper.subject, id: paper.id, key: `${key}/print` })).fileId
    await once(world, key, async em => {
      const letter = await em.findOneOrFail(Letter, letterId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      letter.fileIds = [...new Set([...letter.fileIds, fileId])]
    })
  },
  sendLetter: deed => sendLetter(world, deed),
  recordLetter: deed => recordLetter(world, deed),
})

/** An issued invoice is printed by its own process; the client gets the very file that is kept. */
const printedInvoice = async (
  { fork }: ActivityWorld,
  { subject, id }: { subject: string; id: string },
): Promise<string | null> =>
  subject === 'invoice'
    ? ((await fork().transactional(em => em.findOneOrFail(Invoice, id))).fileId ?? null)
    : null
