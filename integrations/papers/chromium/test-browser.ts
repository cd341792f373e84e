import { readParts } from '../../../scripts/setup/paths.js'
import type { BrowserPlace } from './browser-keeper.ts'

/** The browser that set-up unpacked, for the tests of this folder. */
export function testBrowser(): BrowserPlace {
  const { chromium } = readParts()
  if (!chromium) throw new Error('set-up found no browser on this machine')
  return chromium
}
