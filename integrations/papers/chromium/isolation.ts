import type { Browser, HTTPRequest, Page } from 'puppeteer'

/**
 * Three walls around a page that is being printed. Each stops what another lets through
 * (chromium-isolation.test.ts shows which): scripts may open sockets that interception does not see,
 * interception misses connections opened in advance, offline mode does not look at local schemes.
 */
export interface Layers {
  /** JavaScript of the page is off. */
  scriptsOff: boolean
  /** Only `data:` and `about:` may be requested. */
  interception: boolean
  /** The page's network is switched off. */
  offline: boolean
}

export const allLayers: Layers = { scriptsOff: true, interception: true, offline: true }

/**
 * Lends a page of a browser context of its own to `use`, and throws both away afterwards.
 * Production passes no `layers`; a test takes them away one by one.
 */
export async function inIsolatedPage<T>(
  browser: Browser,
  use: (page: Page) => Promise<T>,
  layers: Layers = allLayers,
): Promise<T> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    if (layers.scriptsOff) await page.setJavaScriptEnabled(false)
    if (layers.interception) {
      await page.setRequestInterception(true)
      page.on('request', request => void letOnlyInlineThrough(request))
    }
    if (layers.offline) await page.setOfflineMode(true)
    return await use(page)
  } finally {
    // A browser that died takes its contexts along; closing them again would only hide the first error.
    await context.close().catch(() => undefined)
  }
}

async function letOnlyInlineThrough(request: HTTPRequest): Promise<void> {
  const inline = /^(data|about):/.test(request.url())
  // The page may be gone by now: then nobody waits for this answer.
  await (inline ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined)
}
