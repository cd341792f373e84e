import type { PaperStart } from '#workflows/documents/paper.messages.ts'

type Deed = Pick<PaperStart, 'subject' | 'id'> & { key: string }

/** The deeds of printing a document. Keys are whole: workflow id + business step. */
export interface PaperActivities {
  /**
   * Prints the document as it stands and keeps the file, once per `paper/<subject>/<id>/<step>/print`. Task queue
   * `render`; fails with PaperDataInvalid (not retried), else it is retried until the printer is there.
   */
  printPaper(deed: Deed): Promise<void>
  /** Tells the author that no paper can be made of it, once per `…/failed`. A local activity. */
  tellPaperFailed(deed: Deed): Promise<void>
}
