import type { PaperData, PaperTemplate } from './paper-data.ts'

/** A paper to be printed: which template, its facts, and the title that PDF readers show. */
export interface PaperOrder<T extends PaperTemplate = PaperTemplate> {
  template: T
  data: PaperData[T]
  /** Shown in the reader's window and in the foot of each page, e.g. «Счет на оплату № 117 от 02.03.2026». */
  title: string
}

/** A finished paper. The same order on the same versions of browser and fonts gives the same bytes. */
export interface Paper {
  /** The file. Its two dates of making are zeros, so that a retry is the same file. */
  pdf: Uint8Array
  /** SHA-256 of `pdf` in lower-case hex. */
  sha256: string
  /** Number of pages. */
  pages: number
}

/**
 * Makes papers (offers, invoices, contracts, shipment notes) out of facts.
 *
 * Facts are plain JSON: kopecks as decimal strings, quantities as decimal strings, dates as `YYYY-MM-DD`.
 * Nothing is taken from a clock, and nothing is fetched: what a paper shows stands in its data.
 */
export interface Papers {
  /**
   * @throws PaperDataInvalid the caller's fault: a wrong shape, a sum that does not add up, too large. Not retried
   * @throws PapersUnavailable the world's fault: no browser, or it died or hung every time. Retried
   */
  render<T extends PaperTemplate>(order: PaperOrder<T>): Promise<Paper>
  /** The same paper as one self-contained HTML page, for the screen. @throws PaperDataInvalid, PapersUnavailable */
  preview<T extends PaperTemplate>(template: T, data: PaperData[T]): Promise<string>
  /** Ends the browser and the threads. Later calls throw PapersUnavailable. */
  close(): Promise<void>
}

/** One place in the data that is wrong: `path` as `lines.2.sumKopecks`, `message` a code or a short English reason. */
export interface PaperProblem {
  path: string
  message: string
}

/** The data cannot become a paper; `problems` name each place. */
export class PaperDataInvalid extends Error {
  readonly code = 'PaperDataInvalid'
  readonly fault = 'caller'
  readonly problems: readonly PaperProblem[]
  constructor(problems: readonly PaperProblem[]) {
    super(`Paper data invalid: ${problems.map(p => `${p.path || 'data'}: ${p.message}`).join('; ')}`)
    this.name = 'PaperDataInvalid'
    this.problems = problems
  }
}

/** No paper can be made now; the same order may succeed later. */
export class PapersUnavailable extends Error {
  readonly code = 'PapersUnavailable'
  readonly fault = 'world'
  constructor(why: string, options?: ErrorOptions) {
    super(`Papers unavailable: ${why}`, options)
    this.name = 'PapersUnavailable'
  }
}
