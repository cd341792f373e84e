import type { Browser } from 'puppeteer'
import { allLayers, inIsolatedPage, type Layers } from './isolation.ts'

export interface PrintOptions {
  /** Structure for screen readers. Costs ten times the size on long tables, so price lists go without. */
  tagged: boolean
  milliseconds: number
  layers?: Layers
}

/** One whole HTML page → PDF bytes, made behind all walls. Page size and margins are the style's own. */
export const printPage = (
  browser: Browser,
  html: string,
  { tagged, milliseconds, layers = allLayers }: PrintOptions,
): Promise<Uint8Array> =>
  inIsolatedPage(
    browser,
    async page => {
      page.setDefaultTimeout(milliseconds)
      await page.setContent(html, { waitUntil: 'load', timeout: milliseconds })
      return page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged,
        outline: false,
        waitForFonts: true,
        timeout: milliseconds,
      })
    },
    layers,
  )
