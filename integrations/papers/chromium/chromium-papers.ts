import type { PaperData, PaperTemplate } from '../paper-data.ts'
import { wrapPaper } from '../paper-shell.ts'
import { type Papers, PapersUnavailable } from '../papers.port.ts'
import { canonicalPdf, pageCount, sha256 } from '../pdf-identity.ts'
import { readPaperData } from '../read-paper-data.ts'
import { paperSources } from '../rendering/paper-sources.ts'
import { openTemplateThread } from '../rendering/template-thread.ts'
import { type BrowserPlace, keepBrowser } from './browser-keeper.ts'
import { printPage } from './print-page.ts'
import { turnstile } from './turnstile.ts'

export interface ChromiumPapersOptions extends BrowserPlace {
  /** Papers printed side by side; two fit a machine of two cores. */
  atOnce?: number
  /** How many browsers one paper may see die or hang. */
  tries?: number
  /** What printing one paper may take. */
  milliseconds?: number
  papersPerBrowser?: number
}

/** Long tables go without the structure for screen readers: it costs ten times the size. */
const tagged: Record<PaperTemplate, boolean> = {
  offer: true,
  invoice: true,
  contract: true,
  shipment_note: false,
}

/** Papers by Handlebars in a thread and Chromium behind three walls. Starts nothing until the first paper. */
export function chromiumPapers(options: ChromiumPapersOptions): Papers {
  const { atOnce = 2, tries = 3, milliseconds = 15_000, papersPerBrowser = 200 } = options
  const browsers = keepBrowser(options, { papersPerBrowser })
  const templates = openTemplateThread(paperSources())
  const oneByOne = turnstile(atOnce)
  let closed = false

  const refuseWhenClosed = (): void => {
    if (closed) throw new PapersUnavailable('closed')
  }
  const page = async <T extends PaperTemplate>(template: T, data: PaperData[T], title: string) => {
    refuseWhenClosed()
    const facts = readPaperData(template, data)
    const body = await templates.render(template, facts)
    return wrapPaper({ template, title, accent: facts.issuer.accent ?? null, body })
  }
  /** Prints in a browser that lives; one that dies or hangs is replaced, and the paper made anew. */
  const print = async (html: string, template: PaperTemplate): Promise<Uint8Array> => {
    let last: unknown
    for (let attempt = 0; attempt < tries && !closed; attempt++) {
      try {
        return await browsers.lend(async browser => {
          const options = { tagged: tagged[template], milliseconds }
          return await withinTime(printPage(browser, html, options), milliseconds + 1_000).catch(
            async error => {
              await browsers.forget(browser)
              throw error
            },
          )
        })
      } catch (error) {
        last = error
      }
    }
    throw new PapersUnavailable(last instanceof Error ? last.message : 'closed', { cause: last })
  }
  return {
    async render({ template, data, title }) {
      const html = await page(template, data, title)
      const pdf = canonicalPdf(await oneByOne(() => print(html, template)))
      return { pdf, sha256: sha256(pdf), pages: pageCount(pdf) }
    },
    preview: (template, data) => page(template, data, ''),
    async close() {
      closed = true
      await Promise.all([browsers.close(), templates.close()])
    },
  }
}

/** A hung browser answers nothing, not even its own time limits. */
async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`not printed within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
