import { loadPaper, type PaperSubject } from '#domain/documents/load-paper.entity.ts'
import { keepPaper } from '#domain/documents/stored-file.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Papers } from '#integrations/papers/papers.port.ts'
import type { Context } from '../shared/operation.ts'

/** Prints the paper as it stands, keeps the file and writes its id into the document; the browser works outside the transaction. */
export async function printPaper(
  { em, world, now }: Context,
  subject: Extract<PaperSubject, 'offer' | 'contract'>,
  id: string,
): Promise<void> {
  const paper = await em.transactional(inside => loadPaper(inside, subject, id, now), { readOnly: true })
  const { pdf, sha256 } = await orAway(world.papers.render(paper))
  await em.transactional(async inside => {
    const fileId = await keepPaper(inside, { paper, pdf, sha256 }, { id: world.ids(), now })
    // A draft's print that ends after the number was given is kept, but is not the document's paper any more.
    await inside.execute(`update ${subject} set file_id = ? where id = ? and number is not distinct from ?`, [
      fileId,
      id,
      paper.data.number,
    ])
  })
  em.clear()
}

/** The paper as it stands, as one HTML page for a sandboxed frame. */
export async function previewPaper(
  { em, world, now }: Context,
  subject: PaperSubject,
  id: string,
): Promise<{ html: string }> {
  const paper = await loadPaper(em, subject, id, now)
  return { html: await orAway(drawn(world.papers, paper)) }
}

function drawn(papers: Papers, paper: Awaited<ReturnType<typeof loadPaper>>): Promise<string> {
  switch (paper.template) {
    case 'offer':
      return papers.preview(paper.template, paper.data)
    case 'invoice':
      return papers.preview(paper.template, paper.data)
    case 'contract':
      return papers.preview(paper.template, paper.data)
    default:
      return papers.preview(paper.template, paper.data)
  }
}

/** A printer that is away is the world's fault: told as such, with a later try offered. */
const orAway = <T>(work: Promise<T>): Promise<T> =>
  work.catch(error => {
    throw error instanceof Error && 'code' in error && error.code === 'PapersUnavailable'
      ? fact('PapersAway')
      : error
  })
