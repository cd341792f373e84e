import { loadPaper, type PaperSubject } from '#domain/documents/load-paper.entity.ts'
import { keepPaper } from '#domain/documents/stored-file.entity.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'

/**
 * Prints the paper of a document as it stands and keeps the file, once per `key`: a repeat answers the same file.
 * The document holds the file from here on.
 * @throws PaperDataInvalid (ours), PapersUnavailable (retried)
 */
export async function storePaper(
  world: ActivityWorld,
  { subject, id, key }: { subject: PaperSubject; id: string; key: string },
): Promise<{ fileId: string }> {
  // Printing takes its time: no transaction is held open for it.
  const paper = await world.fork().transactional(em => loadPaper(em, subject, id, world.clock.now()))
  const { pdf, sha256 } = await world.papers.render(paper)
  return once(world, key, async em => {
    const fileId = await keepPaper(em, { paper, pdf, sha256 }, { id: world.ids(), now: world.clock.now() })
    // Past the version: a printed file is no change that anybody could have overlooked. A draft's print that comes
    // after the number was given is kept, but is not the document's paper any more.
    if (subject !== 'shipment')
      await em.execute(`update ${subject} set file_id = ? where id = ? and number is not distinct from ?`, [
        fileId,
        id,
        paper.data.number,
      ])
    return { fileId }
  })
}
